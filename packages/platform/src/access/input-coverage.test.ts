import { changed, codesOf, problemsOf } from '../../test-kit/composing.js';
import { bridges, Bridge, River, rivers } from '../../test-kit/rivers.js';
import { compose } from '../composition/compose.js';
import { allow, list } from '../index.js';

const { rules } = compose([rivers, bridges]);
const ruleOf = (coordinate: string) => rules.inputRule(coordinate)?.rule;

test('a filter, an order and an identifying argument have the rule of their property', () => {
  const depth = rules.indexOf('River.depth');
  for (const input of [
    'RiversFilter.depthMin',
    'RiversFilter.depthMax',
    'RiversOrder.DEPTH_ASC',
    'RiversOrder.DEPTH_DESC',
  ]) {
    expect(ruleOf(input)).toBe(depth);
  }
  expect(ruleOf('Query.riverOfDepth(depth)')).toBe(depth);
  expect(ruleOf('RiversFilter.name')).toBe(rules.indexOf('River.name'));
  expect(ruleOf('BridgesOfRiverFilter.label')).toBe(rules.indexOf('BridgesBridge.label'));
});

test('null in a filter is no condition; in what is written it is a value', () => {
  expect(rules.inputRule('RiversFilter.depthMin')!.nullIsNothing).toBe(true);
  expect(rules.inputRule('BridgesOpenInput.town')!.nullIsNothing).toBe(false);
});

test('other inputs have no rule but their field’s', () => {
  expect(ruleOf('BridgesOpenInput.label')).toBeUndefined();
  expect(ruleOf('Query.rivers(first)')).toBeUndefined();
});

const hidden = changed(bridges, {
  graphql: {
    ...bridges.graphql,
    reads: {
      bridges: list(Bridge, { description: 'All there are.', filter: ['town'], order: ['openedOn'] }),
    },
  },
});

test('who filters by what no client can read must say who may', () => {
  const [problem, ...others] = problemsOf(rivers, hidden);
  expect(others.map(({ code }) => code)).not.toContain('FIELD_WITHOUT_RULE');
  expect(problem).toMatchObject({ code: 'FIELD_WITHOUT_RULE', owners: ['bridges'] });
  expect(problem!.message).toContain('BridgesFilter.town');
  const said = changed(hidden, {
    access: {
      ...hidden.access,
      fields: { ...hidden.access!.fields, 'BridgesFilter.town': allow.permission('bridges:council') },
    },
  });
  const council = compose([rivers, said]).rules;
  expect(
    council.flagsFor({ signedIn: true, permissions: new Set(['bridges:read']) })[
      council.inputRule('BridgesFilter.town')!.rule
    ],
  ).toBe(0);
});

test('no plugin writes rules for another’s inputs', () => {
  const thief = changed(bridges, {
    access: {
      ...bridges.access,
      fields: { ...bridges.access!.fields, 'RiversFilter.depthMin': allow.public('I would like that.') },
    },
  });
  expect(codesOf(rivers, thief)).toEqual(['RULE_WITHOUT_FIELD bridges']);
});

test('two lists of one entity each have filters of their own', () => {
  const more = changed(rivers, {
    graphql: {
      reads: {
        ...rivers.graphql!.reads,
        deepRivers: list(River, { description: 'Those of more than a meter.', filter: ['depth'] }),
      },
    },
    access: { ...rivers.access, fields: { ...rivers.access!.fields, 'Query.deepRivers': allow.signedIn() } },
    translations: { vi: { ...rivers.translations!.vi, 'Query.deepRivers': 'Những sông sâu hơn một mét.' } },
  });
  expect(compose([more]).rules.inputRule('DeepRiversFilter.depthMin')).toBeDefined();
});
