import { TOWN, imaginedCommunes } from './figures-communes.js';
import { demoFigures, type DemoFigure } from './figures-plan.js';

const figures = demoFigures();

const of = (indicator: string, year: string): DemoFigure[] =>
  figures.filter(
    (figure) => figure.indicator === indicator && figure.period.startsWith(year) && !figure.part,
  );
const total = (rows: readonly DemoFigure[], field: 'value' | 'numerator' | 'denominator'): number =>
  rows.reduce((sum, row) => sum + (row[field] ?? 0), 0);
const share = (rows: readonly DemoFigure[]): number => total(rows, 'numerator') / total(rows, 'denominator');

test('is the same every time', () => {
  expect(demoFigures()).toEqual(figures);
});

test('has one figure at most for each indicator, commune, period and part', () => {
  const keys = figures.map(({ indicator, unit, period, part = '' }) =>
    [indicator, unit, period, part].join(' '),
  );
  expect(new Set(keys).size).toBe(keys.length);
});

test('lets every target stand somewhere else on 2021-10-15', () => {
  expect(share(of('unity-campaign.cultural-family-rate', '2021'))).toBeCloseTo(0.987, 3); // 99 % wanted
  expect(share(of('unity-campaign.cultural-residential-area-rate', '2021'))).toBeGreaterThan(0.95); // reached
  expect(
    of('new-rural-areas.communes-advanced', '2021').filter(({ status }) => status === 'advanced'),
  ).toHaveLength(1); // of 2
  expect(of('new-rural-areas.communes-model', '2021').every(({ status }) => status === 'none')).toBe(true); // of 1
  expect(total(of('fund-for-the-poor.houses', '2021'), 'value')).toBe(8); // of 10 to 15
  expect(total(of('social-care.gift-cards', '2021'), 'value')).toBe(132); // of 300
  expect(total(of('vietnamese-goods.rural-markets', '2021'), 'value')).toBe(2); // of 1 to 2
  expect(share(of('child-protection.underweight-rate', '2021'))).toBeLessThan(0.06);
  expect(share(of('child-protection.stunting-rate', '2021'))).toBeGreaterThan(0.189); // 18 % and its tolerance
  expect(
    total(
      of('traffic-safety.traffic-deaths', '2020').filter(({ period }) => period <= '2020-T09'),
      'value',
    ),
  ).toBe(16);
  expect(total(of('traffic-safety.traffic-deaths', '2021'), 'value')).toBe(12);
});

test('leaves gaps in 2021 and none in 2020, and asks nothing rural of the town', () => {
  const gaps = (indicator: string, year: string, periods: number, units = imaginedCommunes.length): number =>
    periods * units - of(indicator, year).length;
  expect(gaps('fund-for-the-poor.houses', '2020', 12)).toBe(0);
  expect(gaps('fund-for-the-poor.houses', '2021', 9)).toBeGreaterThan(0);
  expect(gaps('social-care.gift-cards', '2021', 9)).toBeGreaterThan(0);
  expect(gaps('new-rural-areas.communes-advanced', '2021', 3, 16)).toBe(1);
  expect(of('new-rural-areas.communes-advanced', '2021').some(({ unit }) => unit === TOWN)).toBe(false);
  expect(of('traffic-safety.traffic-deaths', '2021')).toHaveLength(9 * 17);
});

test('makes sound figures: parts within their whole, nothing of October', () => {
  for (const { numerator = 0, denominator = 0, value = 0 } of figures) {
    expect(numerator).toBeLessThanOrEqual(denominator);
    expect(Math.min(numerator, value)).toBeGreaterThanOrEqual(0);
  }
  const built = figures.filter(({ part }) => part);
  const whole = figures.filter(({ indicator, part }) => indicator === 'fund-for-the-poor.houses' && !part);
  expect(total(built, 'value')).toBe(total(whole, 'value'));
  expect(figures.some(({ period }) => /^2021-(1[0-2]|T1[0-2]|Q4|H2)$/.test(period))).toBe(false);
});
