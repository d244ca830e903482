import { Field, FieldResolver, ObjectType, Resolver } from 'type-graphql';
import { changed, codesOf, problemsOf } from '../../test-kit/composing.js';
import { bridges, River, rivers } from '../../test-kit/rivers.js';
import { compose, coordinatesOf } from '../composition/compose.js';
import { allow, definePlugin } from '../index.js';

const withRules = (fields: object, drop: string[] = []) =>
  changed(bridges, {
    access: {
      ...bridges.access,
      fields: Object.fromEntries(
        Object.entries({ ...bridges.access!.fields, ...fields }).filter(([key]) => !drop.includes(key)),
      ),
    },
  });

test('every field of the schema has a rule, and nothing else has', () => {
  const { schema, rules } = compose([rivers, bridges]);
  const fields = coordinatesOf(schema);
  expect(fields).toEqual(expect.arrayContaining(['Query.node', 'River.depth', 'BridgesBridgeEdge.cursor']));
  expect(rules.entries().map(([coordinate]) => coordinate)).toEqual(fields.sort());
});

test('a field without a rule fails the composition, with its owner and how to mend it', () => {
  const [problem] = problemsOf(rivers, withRules({}, ['Query.bridgesFail']));
  expect(problem).toMatchObject({
    code: 'FIELD_WITHOUT_RULE',
    owners: ['bridges'],
    places: [bridges.definedAt],
  });
  expect(problem!.message).toContain('Query.bridgesFail');
  expect(problem!.mend).toContain(`'Query.bridgesFail': allow.permission('bridges:read')`);
});

test('a rule for a whole type does not cover what another plugin adds to it', () => {
  expect(codesOf(rivers, withRules({}, ['River.bridges']))).toEqual(['FIELD_WITHOUT_RULE bridges']);
});

test('a rule for one field stands before that of its type', () => {
  const { rules } = compose([rivers, bridges]);
  expect(rules.ruleOf('River.depth')).toEqual(allow.permission('core:depths'));
  expect(rules.ruleOf('River.name')).toMatchObject({ kind: 'public' });
});

test('pages and edges have the rule of what they hold', () => {
  const { rules } = compose([rivers, bridges]);
  for (const field of ['BridgesBridgeConnection.totalCount', 'BridgesBridgeEdge.cursor']) {
    expect(rules.ruleOf(field)).toEqual(allow.permission('bridges:read'));
  }
  expect(rules.ruleOf('PageInfo.endCursor')).toMatchObject({ kind: 'public' });
});

test('a type that an author calls LakeEdge is a type of its own, with its own rule', () => {
  @ObjectType('BridgesLakeEdge', { description: 'Where a lake ends.' })
  class LakeEdge {
    @Field(() => String, { description: 'What grows there.' })
    reeds!: string;
  }
  @ObjectType('BridgesLake', { description: 'Still water.' })
  class Lake {
    @Field(() => LakeEdge, { description: 'Where it ends.' })
    shore!: LakeEdge;
  }
  const withLakes = changed(
    withRules({ BridgesLake: allow.public('On every map.'), BridgesLakeEdge: allow.signedIn() }),
    {
      graphql: { ...bridges.graphql, types: [Lake] },
      translations: {
        vi: {
          ...bridges.translations!.vi,
          BridgesLake: 'Hồ nước.',
          'BridgesLake.shore': 'Bờ hồ.',
          BridgesLakeEdge: 'Bờ của hồ.',
          'BridgesLakeEdge.reeds': 'Cây mọc ở bờ.',
        },
      },
    },
  );
  expect(compose([rivers, withLakes]).rules.ruleOf('BridgesLakeEdge.reeds')).toEqual(allow.signedIn());
});

test('no plugin can loosen a rule of another, nor name one that covers nothing', () => {
  expect(codesOf(rivers, withRules({ 'River.depth': allow.public('I would like that.') }))).toEqual([
    'RULE_WITHOUT_FIELD bridges',
  ]);
  expect(codesOf(rivers, withRules({ 'Query.bridgez': allow.signedIn() }))).toEqual([
    'RULE_WITHOUT_FIELD bridges',
  ]);
});

test('a plugin’s resolver for another’s existing field is a conflict, not a new owner of the field', () => {
  @Resolver(() => River)
  class Diver {
    @FieldResolver(() => String, { nullable: true, description: 'How deep I say it is.' })
    depth(): string {
      return '1';
    }
  }
  const divers = definePlugin({
    id: 'divers',
    version: '1.0.0',
    title: { vi: 'Thợ lặn', en: 'Divers' },
    graphql: { resolvers: [Diver] },
    access: { fields: { 'River.depth': allow.public('Divers tell everybody.') } },
  });
  expect(codesOf(rivers, divers)).toEqual(['FIELD_TAKEN core+divers']);
});

test('a rule that does not say who fails: public without a reason, a choice of nothing', () => {
  expect(codesOf(rivers, withRules({ 'Query.bridgesFail': allow.public(' ') }))).toEqual([
    'FIELD_WITHOUT_RULE bridges',
  ]);
  expect(codesOf(rivers, withRules({ 'Query.bridgesFail': allow.allOf() }))).toEqual([
    'FIELD_WITHOUT_RULE bridges',
  ]);
});

test('a root field, and a field added to another’s type, must be able to be null', () => {
  @Resolver(() => River)
  class Lengths {
    @FieldResolver(() => Number, { description: 'From the spring to the sea, in kilometers.' })
    lengthsKilometers(): number {
      return 1;
    }
  }
  const lengths = definePlugin({
    id: 'lengths',
    version: '1.0.0',
    title: { vi: 'Dài', en: 'Lengths' },
    graphql: { resolvers: [Lengths] },
    access: { fields: { 'River.lengthsKilometers': allow.public('On every map.') } },
    translations: { vi: { 'River.lengthsKilometers': 'Chiều dài, tính bằng ki-lô-mét.' } },
  });
  expect(codesOf(rivers, lengths)).toEqual(['FIELD_NOT_NULLABLE lengths']);
});
