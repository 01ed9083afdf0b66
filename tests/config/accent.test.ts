import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hardest, LEAST, readable, THEMES } from '../../src/config/accent.ts';
import { contrast, mix } from '../../src/config/color.ts';
import { textOf } from '../helpers/docs.ts';

test('contrast is that of WCAG: from 1 to 21, the same in both directions', () => {
  assert.equal(contrast('#000000', '#ffffff'), 21);
  assert.equal(contrast('#777777', '#777777'), 1);
  assert.equal(contrast('#777777', '#ffffff').toFixed(2), '4.48');
  assert.equal(contrast('#ffffff', '#767676').toFixed(2), '4.54');
  assert.equal(mix('#000000', '#ffffff', 0.5), '#808080');
});

test('every color has a readable shade in both themes, and a readable color stays as it is', () => {
  for (let hue = 0; hue < 4096; hue += 7) {
    const color = `#${hue.toString(16).padStart(3, '0').replaceAll(/./g, '$&$&')}`;
    for (const theme of ['light', 'dark'] as const) {
      const shade = readable(color, theme);
      assert.ok(hardest(shade, theme).ratio >= LEAST, `${color} in ${theme}`);
      assert.equal(readable(shade, theme), shade);
    }
  }
  assert.equal(readable('#0b5a6f', 'light'), '#0b5a6f');
});

test('the backgrounds are those of the pages', () => {
  const tokens = textOf('src/styles/tokens.css');
  const backgrounds = ['paper', 'raised'].map((name) => {
    const [, light = '', dark = ''] = new RegExp(`--${name}: light-dark\\((#\\w+), (#\\w+)\\)`).exec(tokens) ?? [];
    return [light.replace(/^#fff$/, '#ffffff'), dark];
  });
  assert.deepEqual(
    backgrounds,
    [0, 1].map((index) => [THEMES.light.backgrounds[index], THEMES.dark.backgrounds[index]]),
  );
});
