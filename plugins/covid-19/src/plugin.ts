import type {} from '@phoihop/core';
import { definePlugin, type PluginServices } from '@phoihop/platform';
import { fields, grants, permissions, rows } from './access.js';
import { loadDemo } from './demo.js';
import { FundEntry } from './fund/fund-entry.js';
import { Fund } from './fund/fund.js';
import { FundResolver } from './fund/fund.resolver.js';
import { HelpResolver } from './help/help.resolver.js';
import { QuarantineSupport } from './help/quarantine-support.js';
import { VaccinationOutreach } from './help/vaccination-outreach.js';
import { migrations } from './migrations.js';
import { OutbreakLevel } from './outbreaks/outbreak-level.js';
import { Outbreak } from './outbreaks/outbreak.js';
import { OutbreakResolver } from './outbreaks/outbreak.resolver.js';
import { problems } from './problems.js';
import { program } from './program.js';
import { extensions, reads } from './reads.js';
import { Disease } from './reference/disease.js';
import { loadReference } from './reference/load-reference.js';
import { ResponseLevel } from './reference/response-level.js';
import { SupportPackage } from './reference/support-package.js';
import { SupportComplaint } from './support/support-complaint.js';
import { SupportHousehold } from './support/support-household.js';
import { SupportHouseholdResolver } from './support/support-household.resolver.js';
import { SupportList } from './support/support-list.js';
import { SupportListResolver } from './support/support-list.resolver.js';
import { AreaHouseholds } from './teams/area-households.js';
import { CommunityTeam } from './teams/community-team.js';
import { TeamResolver } from './teams/team.resolver.js';
import { vietnamese } from './words/vietnamese.js';
import { workflowWords } from './words/workflow-words.js';

/** The host says under this plugin's options whether it runs the demonstration. */
async function loadDemoWhereAsked(services: PluginServices): Promise<void> {
  if ((services.options as { demo?: boolean } | undefined)?.demo) await loadDemo(services);
}

/** Epidemic prevention (PRG-28), of Covid-19 and of any other disease; patients are not in it. */
export default definePlugin({
  id: 'covid-19',
  version: '1.0.0',
  core: '^1.0.0',
  title: { vi: 'Phòng, chống dịch bệnh, Covid-19', en: 'Epidemic prevention and Covid-19' },
  description: {
    vi: 'Vận động nhân dân phòng, chống dịch bệnh, nhất là đại dịch Covid-19: đợt dịch, tổ Covid cộng đồng, danh sách hỗ trợ niêm yết công khai, quỹ và hàng hỗ trợ, hỗ trợ khu cách ly, vận động tiêm chủng.',
    en: 'Mobilizing the people against epidemics, above all Covid-19: outbreaks, community teams, posted support lists, funds and goods, help in quarantine, outreach for vaccination.',
  },
  program,
  graphql: {
    prefix: 'covid19',
    resolvers: [
      OutbreakResolver,
      TeamResolver,
      SupportListResolver,
      SupportHouseholdResolver,
      FundResolver,
      HelpResolver,
    ],
    reads,
    extend: extensions,
  },
  data: {
    entities: [
      Disease,
      ResponseLevel,
      SupportPackage,
      Outbreak,
      OutbreakLevel,
      AreaHouseholds,
      CommunityTeam,
      SupportList,
      SupportHousehold,
      SupportComplaint,
      Fund,
      FundEntry,
      QuarantineSupport,
      VaccinationOutreach,
    ],
    migrations,
    rows,
    // What happened on a day names its unit as it was then.
    asOf: {
      Outbreak: 'fromDay',
      AreaHouseholds: 'countedOn',
      CommunityTeam: 'formedOn',
      FundEntry: 'day',
      QuarantineSupport: 'givenOn',
      VaccinationOutreach: 'heldOn',
    },
    audited: [SupportHousehold, SupportComplaint],
    load: loadReference,
  },
  hooks: { ready: loadDemoWhereAsked },
  access: { permissions, grants, fields },
  problems,
  shortNames: workflowWords.shortNames,
  translations: { vi: vietnamese },
});
