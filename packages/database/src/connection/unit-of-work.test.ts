import { BigIntType, Collection } from '@mikro-orm/core';
import { Entity, ManyToOne, OneToMany, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import type { Database, Session } from './database.js';
import { openDatabase } from './open-database.js';
import { createTemporaryDatabase, type TemporaryDatabase } from './temporary-database.js';

@Entity({ schema: 'public', tableName: 'unit' })
class Unit {
  @PrimaryKey({ type: new BigIntType('number'), autoincrement: true })
  id!: number;

  @Property({ type: 'text', unique: true })
  code!: string;

  @Property({ type: 'text', nullable: true })
  name: string | null = null;

  @Property({ type: 'date' })
  since!: string;

  @Property({ type: 'numeric', precision: 20, scale: 4 })
  area!: string;

  @Property({ type: 'timestamptz' })
  recordedAt: Date = new Date();

  @Property({ type: 'integer', version: true })
  version!: number;

  @OneToMany(() => Report, (report) => report.unit)
  reports = new Collection<Report>(this);
}

@Entity({ schema: 'public', tableName: 'report' })
class Report {
  @PrimaryKey({ type: new BigIntType('number'), autoincrement: true })
  id!: number;

  @ManyToOne(() => Unit)
  unit!: Unit;

  @Property({ type: 'text' })
  title!: string;
}

let temporary: TemporaryDatabase;
let database: Database;

beforeAll(async () => {
  temporary = await createTemporaryDatabase();
  await temporary.sql(`
    create table public.unit (id bigint generated always as identity primary key, code text not null unique, name text,
      since date not null, area numeric(20, 4) not null, recorded_at timestamptz not null, version int not null default 1);
    create table public.report (id bigint generated always as identity primary key,
      unit_id bigint not null references public.unit, title text not null);
    grant select, insert, update, delete on public.unit, public.report to phoihop_serving`);
  database = await openDatabase({ ...temporary, entities: [Unit, Report] });
});

afterAll(async () => {
  await database?.close();
  await temporary?.drop();
});

beforeEach(() => temporary.sql('truncate public.unit, public.report restart identity'));

const codes = async () =>
  (await temporary.sql<{ code: string }>('select code from public.unit order by id')).map(({ code }) => code);
const titles = async () =>
  (await temporary.sql<{ title: string }>('select title from public.report order by id')).map(
    ({ title }) => title,
  );

function newUnit(session: Session, code: string): Unit {
  const unit = session.em.create(Unit, { code, since: '2021-10-15', area: '1.5000' } as never);
  session.em.persist(unit);
  return unit;
}

/** Runs it in a savepoint that then fails. */
async function failing(session: Session, work: () => Promise<unknown>): Promise<void> {
  const run = session.savepoint(async () => {
    await work();
    throw new Error('planned');
  });
  await expect(run).rejects.toThrow('planned');
}

test('values are what the types promise, and are written back the same', async () => {
  await database.transaction({}, async (session) => void newUnit(session, 'A'));
  await database.transaction({}, async (session) => {
    const unit = await session.em.findOneOrFail(Unit, { code: 'A' });
    expect(unit).toMatchObject({ id: 1, since: '2021-10-15', area: '1.5000', version: 1 });
    expect(unit.recordedAt).toBeInstanceOf(Date);
    await session.em.flush();
    expect(session.statements).toBe(1); // nothing is dirty after loading
  });
});

test('what the unit of work holds at the end is written without a call', async () => {
  await database.transaction({}, async (session) => void newUnit(session, 'A'));
  expect(await codes()).toEqual(['A']);
});

test('a unit of work that changes something in a transaction for reading is told so', async () => {
  const work = database.transaction({ readOnly: true }, async (session) => void newUnit(session, 'A'));
  await expect(work).rejects.toMatchObject({ code: 'READ_ONLY' });
});

test('a broken constraint is classified from the last flush too', async () => {
  const work = database.transaction(
    {},
    async (session) => void (newUnit(session, 'A'), newUnit(session, 'A')),
  );
  await expect(work).rejects.toMatchObject({ code: 'UNIQUE', constraint: 'unit_code_key' });
});

test('a lost version is STALE', async () => {
  await temporary.sql(
    `insert into public.unit (code, since, area, recorded_at) values ('A', '2021-01-01', 1, now())`,
  );
  const work = database.transaction({}, async (session) => {
    const unit = await session.em.findOneOrFail(Unit, { code: 'A' });
    await session.query('update public.unit set version = version + 1');
    unit.code = 'B';
  });
  await expect(work).rejects.toMatchObject({ code: 'STALE' });
});

describe('when a savepoint is rolled back', () => {
  test('what was waiting before it is written, what was made in it is not', async () => {
    await database.transaction({}, async (session) => {
      newUnit(session, 'before');
      await failing(session, async () => newUnit(session, 'in it'));
      newUnit(session, 'after');
    });
    expect(await codes()).toEqual(['before', 'after']);
  });

  test('what was flushed in it is not flushed again, nor believed to be there', async () => {
    await database.transaction({}, async (session) => {
      await failing(session, async () => {
        newUnit(session, 'in it');
        await session.em.flush();
      });
      expect(await session.em.findOne(Unit, { code: 'in it' })).toBeNull();
      expect(session.em.getUnitOfWork().getIdentityMap().values()).toEqual([]);
    });
    expect(await codes()).toEqual([]);
  });

  test('an entity known before has its old values, and can be changed and written again', async () => {
    await database.transaction({}, async (session) => {
      const unit = newUnit(session, 'A');
      await session.em.flush();
      await failing(session, async () => {
        Object.assign(unit, { code: 'wrong', since: '1999-01-01', area: '9.0000' });
        await session.em.flush();
        unit.code = 'wrong again';
      });
      expect(unit).toMatchObject({ code: 'A', since: '2021-10-15', area: '1.5000', version: 1 });
      unit.since = '2021-10-16';
    });
    expect(await temporary.sql('select code, since::text, area::text, version from public.unit')).toEqual([
      { code: 'A', since: '2021-10-16', area: '1.5000', version: 2 },
    ]);
  });

  test('a removal that was asked for in it and not written yet is forgotten', async () => {
    await database.transaction({}, async (session) => {
      const unit = newUnit(session, 'A');
      await session.em.flush();
      await failing(session, async () => session.em.remove(unit));
    });
    expect(await codes()).toEqual(['A']);
  });

  test('an entity removed in it is known again', async () => {
    await database.transaction({}, async (session) => {
      const unit = newUnit(session, 'A');
      await session.em.flush();
      await failing(session, async () => session.em.remove(unit).flush());
      expect(await session.em.findOne(Unit, unit.id)).toBe(unit);
      unit.code = 'B';
    });
    expect(await codes()).toEqual(['B']);
  });

  test('a new member of a known collection leaves it, so that no cascade writes it after all', async () => {
    await database.transaction({}, async (session) => {
      const unit = newUnit(session, 'A');
      await session.em.flush();
      await failing(session, async () =>
        unit.reports.add(session.em.create(Report, { unit, title: 'in it' })),
      );
      expect(unit.reports.getItems()).toEqual([]);
      unit.code = 'B';
    });
    expect(await codes()).toEqual(['B']);
    expect(await titles()).toEqual([]);
  });

  test('a relation points to where it pointed before', async () => {
    await database.transaction({}, async (session) => {
      const [a, b] = [newUnit(session, 'A'), newUnit(session, 'B')];
      const report = session.em.create(Report, { unit: a, title: 'of A' });
      session.em.persist(report);
      await session.em.flush();
      await failing(session, async () => {
        report.unit = b;
        await session.em.flush();
      });
      expect(report.unit).toBe(a);
    });
    expect(await temporary.sql('select unit_id from public.report')).toEqual([{ unit_id: 1 }]);
  });

  test('an entity known by its id only and loaded in it is loaded anew', async () => {
    await temporary.sql(
      `insert into public.unit (code, since, area, recorded_at) values ('A', '2021-01-01', 1, now())`,
    );
    await database.transaction({}, async (session) => {
      const unit = session.em.getReference(Unit, 1);
      await failing(session, async () => {
        await session.em.findOneOrFail(Unit, 1);
        unit.code = 'wrong';
      });
      expect(await session.em.findOneOrFail(Unit, 1)).toBe(unit);
      expect(unit.code).toBe('A');
    });
    expect(await temporary.sql('select code, version from public.unit')).toEqual([{ code: 'A', version: 1 }]);
  });

  test('a value that was null is null again', async () => {
    await database.transaction({}, async (session) => {
      const unit = newUnit(session, 'A');
      await session.em.flush();
      await failing(session, async () => (unit.name = 'wrong'));
      expect(unit.name).toBeNull();
    });
    expect(await temporary.sql('select name, version from public.unit')).toEqual([
      { name: null, version: 1 },
    ]);
  });

  test('by a constraint, the next flush works', async () => {
    await database.transaction({}, async (session) => {
      newUnit(session, 'A');
      await expect(session.savepoint(async () => void newUnit(session, 'A'))).rejects.toMatchObject({
        code: '23505',
      });
      newUnit(session, 'B');
    });
    expect(await codes()).toEqual(['A', 'B']);
  });
});

test('two transactions never share an entity', async () => {
  await database.transaction({}, async (session) => void newUnit(session, 'A'));
  const read = () => database.transaction({}, (session) => session.em.findOneOrFail(Unit, { code: 'A' }));
  const [one, other] = await Promise.all([read(), read()]);
  expect(one).not.toBe(other);
});

test('the unit of work of nobody is refused', async () => {
  await expect(database.orm.em.find(Unit, {})).rejects.toThrow(/global EntityManager/);
});
