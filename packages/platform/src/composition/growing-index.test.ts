import { GrowingIndex } from './growing-index.js';

interface Road {
  readonly name: string;
  readonly commune: string;
}

const road = (name: string, commune: string): Road => ({ name, commune });

describe('what a growing list holds, by a property', () => {
  it('finds the first and all, in the order of the list', () => {
    const byCommune = new GrowingIndex<Road>(({ commune }) => commune);
    const roads = [road('3', 'Sông Trầu'), road('1', 'Bàu Hàm'), road('2', 'Sông Trầu')];
    expect(byCommune.first(roads, 'Sông Trầu')?.name).toBe('3');
    expect(byCommune.all(roads, 'Sông Trầu').map(({ name }) => name)).toEqual(['3', '2']);
    expect(byCommune.first(roads, 'Cây Gáo')).toBeUndefined();
    expect(byCommune.all(roads, 'Cây Gáo')).toEqual([]);
  });

  it('finds what was added after it was first asked', () => {
    const byCommune = new GrowingIndex<Road>(({ commune }) => commune);
    const roads = [road('1', 'Bàu Hàm')];
    expect(byCommune.first(roads, 'Cây Gáo')).toBeUndefined();
    roads.push(road('2', 'Cây Gáo'), road('3', 'Bàu Hàm'));
    expect(byCommune.first(roads, 'Cây Gáo')?.name).toBe('2');
    expect(byCommune.all(roads, 'Bàu Hàm').map(({ name }) => name)).toEqual(['1', '3']);
  });

  it('keeps lists apart', () => {
    const byCommune = new GrowingIndex<Road>(({ commune }) => commune);
    expect(byCommune.first([road('1', 'Bàu Hàm')], 'Bàu Hàm')?.name).toBe('1');
    expect(byCommune.first([road('2', 'Bàu Hàm')], 'Bàu Hàm')?.name).toBe('2');
    expect(byCommune.first([], 'Bàu Hàm')).toBeUndefined();
  });
});
