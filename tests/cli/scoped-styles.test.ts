import assert from 'node:assert/strict';
import { test } from 'node:test';
import { scopedStyles } from '../../src/cli/astro/scoped-styles.ts';

const ORDER = '@layer first, second;';
const scoped = (css: string, inContainer = true) => scopedStyles(ORDER + css, inContainer);

/** What is written, and what it becomes inside of another site. */
const CASES: Record<string, [string, string]> = {
  'a layer is a block whose selectors weigh more than those of the layer before': [
    '@layer first{a{color:red}}@layer second{a{color:tan}}',
    ':is(.errorbook,#_#_){a{color:red}}:is(.errorbook,#_#_#_){a{color:tan}}',
  ],
  'a layer outside of the order comes before it': ['@layer base{a{color:red}}', ':is(.errorbook,#_){a{color:red}}'],
  'the root is the block itself': [
    '@layer first{:root{--a:b}html{margin:0}:root,a{top:0}}',
    ':is(.errorbook,#_#_){&{--a:b}&{margin:0}&,a{top:0}}',
  ],
  'a state of the root is on it or above it': [
    '@layer first{[data-code="go"] .x{top:0}:root[data-theme="dark"]{top:0}}',
    ':is(.errorbook,#_#_){:is([data-code="go"] &,&[data-code="go"]) .x{top:0}:is([data-theme="dark"] &,&[data-theme="dark"]){top:0}}',
  ],
  'the main part is a class, and a name that contains the word stays': [
    '@layer first{main > p{top:0}.main-menu,.x-main{top:0}:is(main, .guide) img{top:0}}',
    ':is(.errorbook,#_#_){.main > p{top:0}.main-menu,.x-main{top:0}:is(.main, .guide) img{top:0}}',
  ],
  'a width is that of the part, other conditions stay': [
    '@layer first{@media (width >= 64rem){a{top:0}}@media (48rem <= width < 80rem){a{top:0}}@media (hover: none){a{top:0}}}',
    ':is(.errorbook,#_#_){@container (width >= 64rem){a{top:0}}@container (48rem <= width < 80rem){a{top:0}}@media (hover: none){a{top:0}}}',
  ],
  'braces, commas and semicolons in strings, addresses and comments are text': [
    '@layer first{a::before{content:"{;}";background:url("data:x;a{b}")}/* } , ; */a[title="x,y"],b{top:0}}',
    ':is(.errorbook,#_#_){a::before{content:"{;}";background:url("data:x;a{b}")}a[title="x,y"],b{top:0}}',
  ],
};

for (const [name, [css, expected]] of Object.entries(CASES)) {
  test(name, () => assert.equal(scoped(css), expected));
}

test('on a page of our own, widths stay those of the window', () => {
  assert.equal(
    scoped('@layer first{@media (width < 64rem){a{top:0}}}', false),
    ':is(.errorbook,#_#_){@media (width < 64rem){a{top:0}}}',
  );
});
