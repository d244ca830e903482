/** The comparison can fail: every mistake planted here is found by it. */
import { Course, judge, type Judged } from './differential.js';
import { faults } from './faults/index.js';
import { createGround, type Ground } from './ground.js';

const seed = 2045;
/** How many operations there are for a fault to be found with. */
const bound = 240;

let ground: Ground;
const judged: Judged[] = [];
const foundAfter: string[] = [];

beforeAll(async () => {
  ground = await createGround(seed);
  const course = new Course(ground, ground.execute('resolvers'), seed);
  for (let n = 0; n < bound; n += 1) judged.push(await course.next());
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
  for (const one of judged.slice(0, 40))
    expect(await judge(ground, one, ground.execute('compiled'))).toBeUndefined();
});

test.each(faults)(
  '$name is found: $description',
  async ({ name, plant }) => {
    const faulty = plant(ground, ground.execute('compiled'));
    for (const [index, one] of judged.entries()) {
      if ((await judge(ground, one, faulty)) === undefined) continue;
      foundAfter.push(`${name}: ${index + 1}`);
      return;
    }
    throw new Error(`${bound} operations were answered alike with the fault ${name}.`);
  },
  600_000,
);
