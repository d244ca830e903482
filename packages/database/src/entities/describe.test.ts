import 'reflect-metadata';
import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { describeEntities } from './describe.js';

@Entity({ schema: 'core', tableName: 'unit' })
class Unit {
  @PrimaryKey({ type: 'bigint' })
  id!: number;

  @Property({ type: 'date' })
  validFrom!: string;

  @ManyToOne(() => Unit, { nullable: true })
  parent!: unknown;
}

test('entities are described without a database: table, columns, references', () => {
  const unit = describeEntities([Unit]).get(Unit);
  expect([unit.schema, unit.tableName]).toEqual(['core', 'unit']);
  expect(unit.properties.validFrom.fieldNames).toEqual(['valid_from']);
  expect(unit.properties.validFrom.columnTypes).toEqual(['date']);
  expect(unit.properties.parent.targetMeta?.className).toBe('Unit');
});
