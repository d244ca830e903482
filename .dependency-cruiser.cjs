/**
 * The rule of the five storeys: each may know only those below it, and a plugin never knows another plugin.
 * Checked after the build, so that own packages resolve through their `exports`; see test/storeys/check.mjs.
 */
const storey = (name, from, to, comment) => ({
  name,
  severity: 'error',
  comment,
  from: { path: from },
  to: { path: to },
});

module.exports = {
  forbidden: [
    storey(
      'database-knows-nobody',
      '(^|/)packages/database/',
      '(^|/)(packages/(?!database/)|plugins/|apps/)',
      'The database knows no GraphQL and no Front.',
    ),
    storey(
      'platform-knows-the-database-only',
      '(^|/)packages/platform/',
      '(^|/)(packages/(core|testing|cli)/|plugins/|apps/)',
      'The platform knows no Front.',
    ),
    storey(
      'core-is-a-plugin',
      '(^|/)packages/core/',
      '(^|/)(packages/(testing|cli)/|plugins/|apps/)',
      'Core is written against the contract like any plugin.',
    ),
    storey(
      'tools-know-no-plugin',
      '(^|/)packages/(testing|cli)/',
      '(^|/)(plugins/|apps/)',
      'The tools take the plugins they are given.',
    ),
    {
      name: 'a-plugin-never-imports-another',
      severity: 'error',
      comment: 'Across plugins there are ids and declared links only.',
      from: { path: '(?:^|/)plugins/([^/]+)/' },
      to: { path: '(?:^|/)plugins/([^/]+)/', pathNot: '(?:^|/)plugins/$1/' },
    },
    storey(
      'a-plugin-knows-no-host',
      '(^|/)plugins/',
      '(^|/)(apps/|packages/(testing|cli|database)/|packages/platform/dist/engine)',
      'A plugin is written against @phoihop/platform and @phoihop/core.',
    ),
    {
      name: 'through-the-public-face',
      severity: 'error',
      comment: 'What a package’s index does not export is private.',
      from: { path: '(?:^|/)((?:packages|plugins|apps)/[^/]+)/src/' },
      to: {
        path: '(?:^|/)(?:packages|plugins|apps)/[^/]+/(?:src|dist)/',
        pathNot: ['(?:^|/)$1/', '/dist/(index|engine|testing|plugin)\\.(js|d\\.ts)$'],
      },
    },
    {
      name: 'own-imports-resolve',
      severity: 'error',
      comment: 'An unresolved own import would hide a violation: build first.',
      from: {},
      to: { couldNotResolve: true, path: '^(@phoihop/|\\.)' },
    },
    {
      name: 'no-cycles-between-storeys',
      severity: 'error',
      from: { path: '^apps/' },
      to: { path: '^apps/', circular: true },
    },
  ],
  options: {
    doNotFollow: { path: ['node_modules', '/dist/'] },
    exclude: { path: '(\\.test|\\.thorough|/test-[^/]+)\\.ts$' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['types', 'import', 'default'],
      extensions: ['.ts', '.js', '.d.ts', '.mjs'],
    },
  },
};
