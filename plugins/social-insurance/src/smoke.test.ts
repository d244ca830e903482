import { startBed } from './test-bed.js';
let bed: Awaited<ReturnType<typeof startBed>>;
beforeAll(async () => { const t = Date.now(); bed = await startBed(); console.log('started', Date.now() - t); }, 300_000);
afterAll(() => bed?.close());
test('smoke', async () => {
  console.log([...bed.engine.statuses.values()]);
  const caller = await bed.as('officer.insurance');
  console.log(JSON.stringify(await bed.graphql(`query Coverage {
  administrativeUnit(code: "737") {
    fullName
    children(first: 17) {
      nodes {
        name
        socialInsuranceCoverageSnapshots(first: 1, filter: { insurance: [HEALTH] }) {
          nodes { date insured population source demo }
        }
      }
    }
  }
  targetByCode(code:"T-12") { code progress { state asOf actual numerator denominator coverage { have needed missing { name } } } }
}`, { caller }), null, 1));
});
