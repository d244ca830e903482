/** The comparison can fail: every mistake planted here is found by it. */
import { Course, judge, type Judged } from './differential.js';
import { faults } from './faults/index.js';
import { createGround, type Ground } from './ground.js';

const seed = 2045;
/** How many operations there are for a fault to be found with, made as they are asked for. */
const bound = 600;

let ground: Ground;
let course: Course;
const judged: Judged[] = [];

/** The n-th operation with what the resolvers answer. */
async function operation(n: number): Promise<Judged> {
  while (judged.length <= n) judged.push(await course.next());
  return judged[n]!;
}

const foundAfter: string[] = [];

beforeAll(async () => {
  ground = await createGround(seed);
  course = new Course(ground, ground.execute('resolvers'), seed);
}, 1_800_000);

afterAll(async () => {
  console.log(`Planted faults, and the operations it took to find each:\n${foundAfter.join('\n')}`);
  await ground?.close();
});

test('there are at least ten, each with a name of its own', () => {
  const names = faults.map(({ name }) => name);
  expect(names.length).toBeGreaterThanOrEqual(10);
  expect(new Set(names).size).toBe(names.length);
});

test('without a fault, nothing is found', async () => {
  for (let n = 0; n < 40; n += 1)
    expect(await judge(ground, await operation(n), ground.execute('compiled'))).toBeUndefined();
});

test.each(faults)(
  '$name is found: $description',
  async ({ name, plant }) => {
    const faulty = plant(ground, ground.execute('compiled'));
    for (let n = 0; n < bound; n += 1) {
      if ((await judge(ground, await operation(n), faulty)) === undefined) continue;
      foundAfter.push(`${name}: ${n + 1}`);
      return;
    }
    throw new Error(`${bound} operations were answered alike with the fault ${name}.`);
  },
  600_000,
);
