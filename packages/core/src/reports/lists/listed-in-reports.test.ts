import { describeEntities } from '@phoihop/database';
import { allow, type AccessRule, type Plugin } from '@phoihop/platform';
import { corePlugin } from '../../plugin.js';
import { contributionsOf } from '../../programs/contributions.js';
import { worksPlugin } from '../../values/test-bed.js';
import { gatheringList, gatheringsPlugin } from '../sections/test-gatherings.js';
import { requireSoundReports } from './check-lists.js';
import { listedInReports } from './listed-in-reports.js';

const hosts = allow.permission('gatherings:hosts');

test('each field is seen by whoever sees the records, and by readers of reports', () => {
  const rule = allow.anyOf(hosts, allow.permission('core:report.read'));
  expect(listedInReports(hosts, 'GatheringsGathering', ['host', 'heldOn'])).toEqual({
    'GatheringsGathering.host': rule,
    'GatheringsGathering.heldOn': rule,
  });
});

test('a list may show what only some readers of reports see otherwise', () => {
  const withHosts = (rules: Readonly<Record<string, AccessRule>>): void => {
    const host = { field: 'host', title: { vi: 'Người mời', en: 'Host' } };
    const gatherings = gatheringsPlugin({ reportLists: [{ ...gatheringList, columns: [host] }] });
    const access = { ...gatherings.access, fields: { ...gatherings.access?.fields, ...rules } };
    const plugins: Plugin[] = [corePlugin, worksPlugin(), { ...gatherings, access }];
    const entities = plugins.flatMap(({ data }) => data?.entities ?? []);
    requireSoundReports(contributionsOf(plugins), { plugins, metadata: describeEntities(entities as never) });
  };
  expect(() => withHosts({})).toThrow('readers of reports may not all see GatheringsGathering.host');
  withHosts(listedInReports(hosts, 'GatheringsGathering', ['host']));
});
