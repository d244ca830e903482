import { GraphQLSchema, buildSchema, extendSchema, parse, printSchema } from 'graphql';
import { bridges, rivers } from '../../test-kit/rivers.js';
import { compose, coordinatesOf } from '../composition/compose.js';
import { pluginSdl, unifiedSdl } from './plugin-sdl.js';

const composition = compose([rivers, bridges]);

test('the unified schema is printed in alphabetical order, so that its diffs are small', () => {
  const sdl = unifiedSdl(composition.schema);
  const names = [...sdl.matchAll(/^(?:type|enum|input|interface|scalar) (\w+)/gm)].map(([, name]) => name);
  expect(names).toEqual([...names].sort());
  expect(printSchema(buildSchema(sdl))).toBe(sdl.trimEnd());
});

test('a plugin’s part has its own types whole, with pages, filters and orders', () => {
  const sdl = pluginSdl(composition, 'bridges');
  for (const name of ['BridgesBridge', 'BridgesBridgeConnection', 'BridgesBridgeEdge']) {
    expect(sdl).toContain(`type ${name}`);
  }
  expect(sdl).toContain('input BridgesFilter');
  expect(sdl).toContain('enum BridgesOfRiverOrder');
  expect(sdl).not.toMatch(/^type River /m);
});

test('what it adds to others’ types is an extension, without their description and their fields', () => {
  const sdl = pluginSdl(composition, 'bridges');
  const extension = /extend type River[^{]*\{([^}]*)\}/.exec(sdl)![1]!;
  expect(extension).toContain('bridges(');
  expect(extension).not.toContain('name:');
  expect(sdl).not.toContain('as in a school book');
  expect(sdl).toContain('extend type Query');
});

test('all parts together, with the platform’s own, are the unified schema', () => {
  const parts = ['platform', 'core', 'bridges'].map((id) => pluginSdl(composition, id)).join('\n');
  const scalars = 'scalar Date scalar Decimal';
  const whole = extendSchema(new GraphQLSchema({}), parse(`${scalars} ${parts}`), { assumeValidSDL: true });
  expect(coordinatesOf(whole).sort()).toEqual(coordinatesOf(composition.schema).sort());
  expect(Object.keys(whole.getTypeMap())).toEqual(
    expect.arrayContaining(['BridgesFilter', 'BridgesOpenInput', 'RiverEdge']),
  );
  expect(parts.match(/implements Node/g)).toHaveLength(2);
});

test('what one plugin contributes is in no other’s part', () => {
  const core = pluginSdl(composition, 'core');
  expect(core).toContain('depth: Decimal');
  expect(core).not.toMatch(/[Bb]ridge/);
  expect(pluginSdl(composition, 'absent')).toBe('');
});
