import { unitRows } from '@phoihop/core';
import { allow, readOnlyRows } from '@phoihop/platform';

/** What one may be allowed to do here. */
export const permissions = {
  'tree-planting:read': { vi: 'Xem các đợt trồng cây', en: 'See planting days' },
  'tree-planting:record': { vi: 'Ghi nhận đợt trồng cây', en: 'Record planting days' },
} as const;

/** Which role gets which. */
export const grants = {
  'district-standing': ['tree-planting:read'],
  'district-officer': ['tree-planting:read', 'tree-planting:record'],
  'commune-standing': ['tree-planting:read'],
  'commune-clerk': ['tree-planting:read', 'tree-planting:record'],
} as const;

const read = allow.permission('tree-planting:read');
const record = allow.permission('tree-planting:record');
const decision = allow.public('The kinds of trees are law.');

/** One rule for every field this plugin contributes. */
export const fields = {
  TreePlantingKind: decision,
  'Query.treePlantingKinds': decision,
  TreePlantingDrive: read,
  'Query.treePlantingDrives': read,
  'AdministrativeUnit.treePlantingDrives': read,
  'Mutation.treePlantingRecordDrive': record,
  'Mutation.treePlantingCorrectDrive': record,
} as const;

/** Which rows one sees and changes: one rule for every entity. */
export const rows = {
  TreeKind: readOnlyRows('The code list is public; it changes by loading the file.'),
  PlantingDrive: unitRows({
    unit: 'unit_id',
    program: 'PRG-90',
    read: 'tree-planting:read',
    write: 'tree-planting:record',
    updateColumns: ['trees', 'version'],
    explanation: 'Planting days of the units one has the program in; only the number is ever corrected.',
  }),
};
