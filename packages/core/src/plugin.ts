import { definePlugin, type PluginServices } from '@phoihop/platform';
import { z } from 'zod';
import { accessPart } from './access/access-part.js';
import { agreementsPart } from './agreements/agreements-part.js';
import { activitiesPart } from './activities/activities-part.js';
import { attachmentsPart } from './attachments/attachments-part.js';
import { checksPart } from './checks/checks-part.js';
import { clockPart } from './clock/clock-part.js';
import { loadDemoAgreements } from './demo/agreements.js';
import { loadDemoFigures } from './demo/figures.js';
import { loadDemoPeople } from './demo/people.js';
import { loadDemoPlans } from './demo/plans.js';
import { loadDemoReports } from './demo/reports.js';
import { documentsPart } from './documents/documents-part.js';
import { importsPart } from './imports/imports-part.js';
import { indicatorsPart } from './indicators/indicators-part.js';
import { obligationsPart } from './obligations/obligations-part.js';
import { organizationsPart } from './organizations/organizations-part.js';
import { joinParts, type CorePart } from './part.js';
import { peoplePart } from './people/people-part.js';
import { periodsPart } from './periods/periods-part.js';
import { plansPart } from './plans/plans-part.js';
import { coreProgram } from './programs/core-program.js';
import { programsPart } from './programs/programs-part.js';
import { qualityPart } from './quality/quality-part.js';
import { reportsPart } from './reports/reports-part.js';
import { targetsPart } from './targets/targets-part.js';
import { unitsPart } from './units/index.js';
import { valuesPart } from './values/values-part.js';

/** What a host may configure. */
const options = z.object({
  /** Loads the invented people and figures of Trảng Bom 2021. */
  demo: z.boolean().default(false),
  /** Makes the token of a signed-in user; without it nobody can sign in. */
  issueToken: z.custom<IssueToken>((value) => typeof value === 'function').optional(),
});

/** Makes a short signed token for a user whose password was right. */
export type IssueToken = (claims: {
  userId: number;
  sessionVersion: number;
}) => Promise<{ token: string; expiresAt: Date }>;

const whereAsked =
  (load: (services: PluginServices) => Promise<unknown>) =>
  async (services: PluginServices): Promise<void> => {
    if ((services.options as z.infer<typeof options>).demo) await load(services);
  };

/** Demonstration people come before programs, whose participants they are; figures and reports come after the targets. */
const demoPeople: CorePart = { load: whereAsked(loadDemoPeople) };
const demoFigures: CorePart = { load: whereAsked(loadDemoFigures) };
const demoReports: CorePart = { load: whereAsked(loadDemoReports) };
const demoAgreements: CorePart = { load: whereAsked(loadDemoAgreements) };
const demoPlans: CorePart = { load: whereAsked(loadDemoPlans) };

const core = joinParts([
  checksPart,
  clockPart,
  unitsPart,
  accessPart,
  organizationsPart,
  peoplePart,
  demoPeople,
  documentsPart,
  programsPart,
  activitiesPart,
  plansPart,
  periodsPart,
  indicatorsPart,
  valuesPart,
  importsPart,
  reportsPart,
  qualityPart,
  attachmentsPart,
  obligationsPart,
  agreementsPart,
  targetsPart,
  demoFigures,
  demoReports,
  demoAgreements,
  demoPlans,
]);

/** What all programs share, as a plugin made with the same contract as every other. */
export const corePlugin = definePlugin({
  id: 'core',
  version: '1.0.0',
  title: { vi: 'Phần chung', en: 'Core' },
  description: {
    vi: 'Đơn vị hành chính, tổ chức, con người, chương trình, chỉ tiêu, số liệu, báo cáo, văn bản và hoạt động.',
    en: 'Units, organizations, people, programs, targets, figures, reports, documents and activities.',
  },
  options,
  program: coreProgram,
  graphql: {
    resolvers: core.resolvers,
    types: core.types,
    reads: core.reads,
    extend: core.extend,
    answers: core.answers,
  },
  data: {
    entities: core.entities,
    migrations: core.migrations,
    rows: core.rows,
    tables: core.tables,
    temporal: core.temporal,
    asOf: core.asOf,
    load: core.load,
  },
  access: { permissions: core.permissions, roles: core.roles, grants: core.grants, fields: core.fields },
  problems: core.problems,
  shortNames: core.shortNames,
  translations: { vi: core.vietnamese },
});
