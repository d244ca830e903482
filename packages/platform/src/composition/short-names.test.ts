import { buildSchema } from 'graphql';
import { changed, codesOf } from '../../test-kit/composing.js';
import { bridges, rivers } from '../../test-kit/rivers.js';
import { definePlugin, type PluginManifest } from '../index.js';
import { checkShortNames } from './short-names.js';

const schema = buildSchema(`
  enum GateState { OPEN SHUT }
  type Gate { state: GateState }
  type Query { gate: Gate }
  type Mutation { closeGate: Gate }`);
const text = { vi: 'Cổng đang {given}; có thể: {allowed}.', en: 'The gate is {given}; possible: {allowed}.' };
const names = {
  'GateState.OPEN': { vi: 'mở', en: 'open' },
  'GateState.SHUT': { vi: 'đóng', en: 'shut' },
  'Mutation.closeGate': { vi: 'đóng cổng', en: 'close the gate' },
};
const gates = (manifest: Partial<PluginManifest>) =>
  definePlugin({ id: 'core', version: '1.0.0', title: text, ...manifest });
const found = (manifest: Partial<PluginManifest>) =>
  checkShortNames(schema, [gates(manifest)]).map(({ code, message }) => `${code} ${message}`);

test('what a refusal says has a name', () => {
  const says = { given: 'GateState', allowed: ['Mutation.closeGate'] };
  const problems = { GATE_STATE: { ...text, says } };
  expect(found({ problems, shortNames: names })).toEqual([]);
  const { 'GateState.SHUT': _, ...gap } = names;
  expect(found({ problems, shortNames: gap })).toEqual([
    'SHORT_NAME_MISSING The fact given of GATE_STATE may be GateState.SHUT, which has no short name in both languages.',
  ]);
  const { 'Mutation.closeGate': __, ...nameless } = names;
  expect(found({ problems, shortNames: nameless })).toEqual([
    'SHORT_NAME_MISSING The fact allowed of GATE_STATE may be Mutation.closeGate, which has no short name in both languages.',
  ]);
});

test('a name is in both languages, and of something that is there', () => {
  expect(found({ shortNames: { 'GateState.OPEN': { vi: 'mở', en: '' } } })).toEqual([
    'SHORT_NAME_MISSING core names GateState.OPEN, which has no short name in both languages.',
  ]);
  const nothing = ['GateState.AJAR', 'Mutation.paintGate', 'Gate.state', 'Nobody'];
  expect(found({ shortNames: Object.fromEntries(nothing.map((key) => [key, text])) })).toEqual(
    nothing.map((key) => `SHORT_NAME_OF_NOTHING core names ${key}, which is nothing.`),
  );
  expect(found({ problems: { GATE_STATE: { ...text, says: { given: 'Gate' } } } })).toEqual([
    'SHORT_NAME_OF_NOTHING The fact given of GATE_STATE is said to be a Gate: no enum.',
  ]);
});

test('permissions and codes of one’s own bring their names along', () => {
  const says = { permission: 'permission', given: { LOUD: { vi: 'ồn', en: 'loud' } } };
  expect(found({ problems: { GATE_STATE: { ...text, says } } })).toEqual([]);
});

test('plugins with gaps are not composed, and two do not name one thing', () => {
  const problems = {
    ...bridges.problems,
    BRIDGE_STATE: { ...text, says: { given: ['Mutation.bridgesOpen'] } },
  };
  expect(codesOf(rivers, changed(bridges, { problems }))).toEqual(['SHORT_NAME_MISSING bridges']);
  const shortNames = { 'Mutation.bridgesOpen': { vi: 'mở cầu', en: 'open a bridge' } };
  expect(codesOf(changed(rivers, { shortNames }), changed(bridges, { shortNames }))).toEqual([
    'TRANSLATION_TAKEN core+bridges',
  ]);
});
