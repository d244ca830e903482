import { definePlugin } from '@phoihop/platform';
import { compose } from '@phoihop/platform/engine';
import { corePlugin } from '../plugin.js';

test('a plugin that grants to a role core does not have is refused, with the one that was meant', () => {
  const trees = definePlugin({
    id: 'trees',
    version: '1.0.0',
    core: '^1.0.0',
    title: { vi: 'Cây', en: 'Trees' },
    access: {
      permissions: { 'trees:read': { vi: 'xem cây', en: 'see trees' } },
      grants: { 'commune-clark': ['trees:read'], 'commune-clerk': ['trees:read'] },
    },
  });
  expect(() => compose([corePlugin, trees])).toThrow(
    'ROLE_UNKNOWN: access.grants of trees names the role commune-clark, which core does not have. Did you mean commune-clerk?',
  );
});
