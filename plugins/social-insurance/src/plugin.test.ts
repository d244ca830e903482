import { startBed } from './test-bed.js';
let bed: Awaited<ReturnType<typeof startBed>>;
beforeAll(async () => {
  bed = await startBed();
}, 300_000);
afterAll(() => bed?.close());
test('smoke', async () => {
  console.log([...bed.engine.statuses.values()]);
  console.log(
    [...bed.engine.composition.vietnamese]
      .filter(
        ([k]) => /^SocialInsurance\w+(Filter|Order)|.*(Filter|Order)\./.test(k) && /ocialInsurance/.test(k),
      )
      .map((x) => x.join(': '))
      .join('\n'),
  );
});
