import { AdministrativeUnit } from '@phoihop/core';
import { definePlugin, extend, list, many } from '@phoihop/platform';
import { fields, grants, permissions, rows } from './access.js';
import { DriveResolver } from './drives/drive.resolver.js';
import { PlantingDrive } from './drives/planting-drive.js';
import { loadKinds } from './kinds/load-kinds.js';
import { TreeKind } from './kinds/tree-kind.js';
import { migrations } from './migrations.js';
import { problems } from './problems.js';
import { program } from './program.js';
import { vietnamese } from './vietnamese.js';

export default definePlugin({
  id: 'tree-planting',
  version: '1.0.0',
  core: '^1.0.0',
  title: { vi: 'Tết trồng cây', en: 'Tree planting' },
  program,
  graphql: {
    prefix: 'treePlanting',
    resolvers: [DriveResolver],
    reads: {
      treePlantingKinds: list(TreeKind, {
        description: 'The kinds of trees, those no longer in force included.',
        order: ['code'],
      }),
      treePlantingDrives: list(PlantingDrive, {
        description: 'Planting days the caller may see, the latest first.',
        filter: ['unit', 'kind', 'plantedOn'],
        order: ['plantedOn', 'trees'],
        descending: true,
      }),
    },
    extend: [
      extend(AdministrativeUnit, {
        treePlantingDrives: many(PlantingDrive, 'unit', {
          description: 'Planting days of this unit, the latest first.',
          filter: ['kind', 'plantedOn'],
          order: ['plantedOn'],
          descending: true,
        }),
      }),
    ],
  },
  data: {
    entities: [TreeKind, PlantingDrive],
    migrations,
    rows,
    asOf: { PlantingDrive: 'plantedOn' },
    load: loadKinds,
  },
  access: { permissions, grants, fields },
  problems,
  translations: { vi: vietnamese },
});
