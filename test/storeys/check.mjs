// Checks the rule of the storeys, first that it can fail: the planted violations must be found.
import { cruise } from 'dependency-cruiser';
import { createRequire } from 'node:module';

const config = createRequire(import.meta.url)('../../.dependency-cruiser.cjs');

/** Violations as `rule: from -> to`. */
async function violations(paths) {
  const { output } = await cruise(paths, {
    ...config.options,
    ruleSet: { forbidden: config.forbidden },
    validate: true,
  });
  return {
    modules: output.summary.totalCruised,
    found: output.summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`),
  };
}

const planted = await violations(['test/storeys/planted']);
const caught = (rule) => planted.found.some((line) => line.startsWith(`${rule}:`));
let failed = 0;
for (const rule of ['a-plugin-never-imports-another', 'through-the-public-face']) {
  if (caught(rule)) continue;
  failed += 1;
  console.error(
    `The planted violation of ${rule} was not found: the check cannot be trusted.`,
    planted.found,
  );
}

const real = await violations(['apps', 'packages', 'plugins']);
for (const line of real.found) console.error(line);
failed += real.found.length;
console.log(
  `storeys: ${real.modules} modules, ${real.found.length} violations, ${planted.found.length} planted ones found`,
);
process.exitCode = failed > 0 ? 1 : 0;
