import { GraphQLString } from 'graphql';
import { allow, extend, list, many, one, readOnlyRows, type CustomFilter } from '@phoihop/platform';
import { participantRows } from '../agreements/agreement-rows.js';
import { Organization } from '../organizations/organization.js';
import type { CorePart } from '../part.js';
import { loadRegistry } from './load.js';
import { registryMigration } from './migration.js';
import { PluginInfo, PluginResolver } from './plugin.resolver.js';
import { ProgramParticipant } from './program-participant.js';
import { Program } from './program.js';
import { programsVietnamese } from './vietnamese.js';
import { programLabels } from './labels.js';

const published = allow.public('The Front publishes its coordination program; the lines are quoted from it.');
const capabilities = allow.public('What the platform can do is no secret; a sign-in page shows it.');

const search: CustomFilter = {
  type: GraphQLString,
  description:
    'Only lines whose Vietnamese title or quotation contains this; accents and case do not matter.',
  sql: (row, parameter) =>
    `core.search_key(${row}.title_vi || ' ' || ${row}.quote) like '%' || core.search_key(${parameter}) || '%'`,
};

/** The lines of the coordination program, who takes part in them, and the plugins that carry them. */
export const programsPart: CorePart = {
  entities: [Program, ProgramParticipant],
  types: [PluginInfo],
  resolvers: [PluginResolver],
  migrations: [registryMigration],
  rows: {
    Program: readOnlyRows('The lines are published; they change with the plugins that contribute them.'),
    ProgramParticipant: participantRows,
  },
  tables: {
    plugin: readOnlyRows('What is installed is known to everybody.'),
  },
  reads: {
    program: one(Program, {
      by: 'id',
      description: 'One line of the coordination program, by its global id.',
    }),
    programByCode: one(Program, {
      by: 'code',
      description: 'The line of the coordination program called so, as in "PRG-27".',
    }),
    programs: list(Program, {
      description: 'The lines of the coordination program.',
      filter: ['plugin', 'kind', 'status', 'parent', 'effectiveLevel', 'code'],
      filters: { search },
      order: ['code', 'titleVi'],
    }),
  },
  extend: [
    programLabels,
    extend(Program, {
      children: many(Program, 'parent', {
        description: 'The lines that this one contains.',
        order: ['code'],
      }),
      participants: many(ProgramParticipant, 'program', {
        description: 'The organizations that take part, with the days over which they do.',
        filter: ['organization', 'demo', 'validFrom', 'validTo'],
        order: ['validFrom'],
      }),
    }),
    extend(Organization, {
      programParticipations: many(ProgramParticipant, 'organization', {
        description: 'The programs the organization takes part in: what it calls its programs.',
        filter: ['program', 'validFrom', 'validTo'],
        order: ['validFrom'],
      }),
    }),
  ],
  fields: {
    Program: published,
    'Program.children': published,
    'Program.participants': allow.signedIn(),
    ProgramParticipant: allow.signedIn(),
    'ProgramParticipant.agreement': allow.permission('core:agreement.read'),
    'Organization.programParticipations': allow.signedIn(),
    Plugin: capabilities,
    'Query.plugins': capabilities,
    'Query.program': published,
    'Query.programByCode': published,
    'Query.programs': published,
  },
  vietnamese: programsVietnamese,
  load: loadRegistry,
};
