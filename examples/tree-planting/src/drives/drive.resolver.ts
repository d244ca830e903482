import { AdministrativeUnit, requireScope } from '@phoihop/core';
import { ProblemError, type RequestContext } from '@phoihop/platform';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { CorrectDriveInput, RecordDriveInput } from './drive-inputs.js';
import { PlantingDrive } from './planting-drive.js';

const permission = 'tree-planting:record';
const program = 'PRG-90';

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
    const { plantedOn, trees } = input;
    const today = context.clock.businessDate;
    if (plantedOn > today) refuse('plantedOn', plantedOn, `≤ ${today}`);
    checkTrees(trees);
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
    const { expectedVersion, trees } = input;
    if (drive.version !== expectedVersion) {
      throw new ProblemError('CONFLICT', {
        field: 'input.expectedVersion',
        given: expectedVersion,
        current: drive.version,
      });
    }
    checkTrees(trees);
    const reason = input.reason.trim();
    if (reason.length < 5 || reason.length > 500) refuse('reason', reason.slice(0, 20), '5–500');
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

function checkTrees(trees: number): void {
  if (trees < 1 || trees > 1_000_000) refuse('trees', trees, '1–1000000');
}

function refuse(field: string, given: unknown, allowed: string): never {
  throw new ProblemError('BAD_USER_INPUT', { field: `input.${field}`, given, allowed });
}
