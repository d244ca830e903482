import {
  AdministrativeUnit,
  requireCount,
  requiredText,
  requireOpenPeriod,
  requirePastDay,
  requireScope,
  requireVersion,
} from '@phoihop/core';
import { ProblemError, type RequestContext } from '@phoihop/platform';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { CorrectDriveInput, RecordDriveInput } from './drive-inputs.js';
import { PlantingDrive } from './planting-drive.js';

const permission = 'tree-planting:record';
const program = 'PRG-90';
const possibleTrees = { minimum: 1, maximum: 1_000_000 };

@Resolver()
export class DriveResolver {
  @Mutation(() => PlantingDrive, {
    nullable: true,
    description: 'Records a planting day that has been held.',
  })
  async treePlantingRecordDrive(
    @Arg('input', () => RecordDriveInput, { description: 'Where, when and how many.' })
    input: RecordDriveInput,
    @Ctx() context: RequestContext,
  ): Promise<PlantingDrive> {
    const unit = context.read.localId(AdministrativeUnit, input.unit, 'input.unit');
    await requireScope(context, permission, { unitId: unit, program, field: 'input.unit' });
    const plantedOn = requirePastDay(context, input.plantedOn, 'input.plantedOn');
    const trees = requireCount(input.trees, 'input.trees', possibleTrees);
    const period = { unitId: unit, program, calendar: 'QUARTER', field: 'input.plantedOn' } as const;
    await requireOpenPeriod(context, { ...period, day: plantedOn });
    const kind = await kindInForce(context, input.kind, plantedOn);
    const drive = context.session.em.create(PlantingDrive, {
      unit,
      kind,
      plantedOn,
      trees,
      demo: false,
      version: 1,
    });
    await context.session.em.flush();
    await context.audit('tree-planting:record', { type: 'TreePlantingDrive', id: drive.id });
    return drive;
  }

  @Mutation(() => PlantingDrive, {
    nullable: true,
    description: 'Corrects the number of trees; the number before stays in the audit trail.',
  })
  async treePlantingCorrectDrive(
    @Arg('input', () => CorrectDriveInput, { description: 'Which day, the version seen, and what is right.' })
    input: CorrectDriveInput,
    @Ctx() context: RequestContext,
  ): Promise<PlantingDrive> {
    const id = context.read.localId(PlantingDrive, input.drive, 'input.drive');
    const drive = await context.session.em.findOne(PlantingDrive, { id });
    if (!drive) throw new ProblemError('NOT_FOUND', { field: 'input.drive' });
    await requireScope(context, permission, { unitId: drive.unit.id, program, field: 'input.drive' });
    requireVersion(drive, input.expectedVersion);
    const period = { unitId: drive.unit.id, program, calendar: 'QUARTER', field: 'input.drive' } as const;
    await requireOpenPeriod(context, { ...period, day: drive.plantedOn });
    const trees = requireCount(input.trees, 'input.trees', possibleTrees);
    const reason = requiredText(input.reason, 'input.reason', { minimum: 5, maximum: 500 });
    const before = drive.trees;
    drive.trees = trees;
    await context.session.em.flush();
    const subject = { type: 'TreePlantingDrive', id };
    await context.audit('tree-planting:correct', subject, { before, after: trees, reason });
    return drive;
  }
}

/** @throws ProblemError TREE_KIND_NOT_IN_FORCE */
async function kindInForce({ session }: RequestContext, code: string, on: string): Promise<number> {
  const [kind] = await session.query<{ id: number }>(
    `select id from tree_planting.tree_kind
      where code = $1 and valid_from <= $2 and (valid_to is null or valid_to > $2)`,
    [code, on],
  );
  if (!kind) throw new ProblemError('TREE_KIND_NOT_IN_FORCE', { field: 'input.kind', given: code, on });
  return kind.id;
}
