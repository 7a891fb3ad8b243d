/** How the text editor looks: our tokens in CodeMirror's places, so light, dark and contrast need no second theme. */
import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import type { Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';

/** As in JsonView.svelte: names recede, values stand out, signs step back. */
const colours = HighlightStyle.define([
  { tag: [tags.propertyName, tags.definition(tags.propertyName)], color: 'var(--ink-2)' },
  { tag: [tags.string, tags.number, tags.bool, tags.null, tags.content], fontWeight: '500' },
  { tag: [tags.punctuation, tags.separator, tags.bracket, tags.operator], color: 'var(--ink-3)' },
  { tag: [tags.comment, tags.meta], color: 'var(--ink-3)', fontStyle: 'italic' },
  { tag: [tags.labelName, tags.typeName, tags.keyword], color: 'var(--ink-2)', fontStyle: 'italic' }
]);

const text = EditorView.theme({
  '&': { height: '100%', backgroundColor: 'transparent', color: 'var(--ink)' },
  '&.cm-focused': { outline: 'none' }, // Editor.svelte draws it above what is lit
  '.cm-scroller': { font: '400 12.5px/21px var(--mono)', overflow: 'auto' },
  '.cm-content': { padding: '8px 0 10px', caretColor: 'var(--ink)' },
  '.cm-line': { padding: '0 12px 0 4px' },
  '.cm-activeLine, .cm-activeLineGutter': { backgroundColor: 'var(--hover)' },
  '&:not(.cm-focused) .cm-activeLine, &:not(.cm-focused) .cm-activeLineGutter': {
    backgroundColor: 'transparent'
  },
  '.cm-content ::selection, .cm-line::selection': {
    backgroundColor: 'color-mix(in srgb, var(--ink) 20%, transparent)'
  },
  '&.cm-focused .cm-matchingBracket': {
    backgroundColor: 'transparent',
    boxShadow: 'inset 0 0 0 1px var(--rule-2)'
  },
  '&.cm-focused .cm-nonmatchingBracket': {
    backgroundColor: 'transparent',
    boxShadow: 'inset 0 0 0 1px var(--deny)'
  },
  '.cm-specialChar': { color: 'var(--deny)', fontWeight: '600' },
  '.cm-foldPlaceholder': {
    background: 'var(--sunk)',
    border: '1px solid var(--rule-2)',
    borderRadius: 'var(--r-1)',
    color: 'var(--ink-2)',
    margin: '0 2px',
    padding: '0 5px'
  }
});

const gutters = EditorView.theme({
  '.cm-gutters': { backgroundColor: 'transparent', color: 'var(--ink-3)', border: 'none' },
  '.cm-gutter-lint': { width: '16px' },
  '.cm-gutter-lint .cm-gutterElement': { padding: '0' },
  '.cm-lineNumbers': { fontSize: 'var(--t-11)' },
  '.cm-lineNumbers .cm-gutterElement': { minWidth: '24px', padding: '0 2px 0 0' },
  '.cm-foldGutter': { width: '18px' },
  '.cm-foldGutter .cm-gutterElement': {
    padding: '0',
    textAlign: 'center',
    cursor: 'pointer',
    color: 'var(--ink-3)'
  },
  '.cm-foldGutter .cm-gutterElement:hover': { color: 'var(--ink)' }
});

/** Problems and what is lit. The signs are characters, so that they also show where colours are forced. */
const marks = EditorView.theme({
  '.cm-lintRange': { backgroundImage: 'none', paddingBottom: '0', textUnderlineOffset: '3px' },
  '.cm-lintRange-error': { textDecoration: 'underline wavy 1px var(--deny)' },
  '.cm-lintRange-warning': { textDecoration: 'underline dotted 2px var(--ink-2)' },
  '.cm-lintRange-active': { backgroundColor: 'var(--hover)' },
  '.cm-lintPoint:after': { borderBottomColor: 'var(--deny)' },
  '.cm-lintPoint-warning:after': { borderBottomColor: 'var(--ink-2)' },
  '.cm-lint-marker': { width: '16px', height: '21px', textAlign: 'center', fontWeight: '600' },
  '.cm-lint-marker-error': { content: 'normal', color: 'var(--deny)' },
  '.cm-lint-marker-warning': { content: 'normal', color: 'var(--ink-2)' },
  '.cm-lint-marker-error:before': { content: '"✕"' },
  '.cm-lint-marker-warning:before': { content: '"!"' },
  '.cm-current': { backgroundColor: 'var(--sunk)', boxShadow: 'inset 2px 0 0 var(--ink)' },
  '.cm-marked': {
    '--tone': 'var(--allow)',
    backgroundColor: 'color-mix(in srgb, var(--tone) var(--tint), var(--panel))',
    color: 'var(--tone)',
    fontWeight: '600',
    boxShadow: '0 -1.5px 0 var(--tone), 0 1.5px 0 var(--tone)'
  },
  '.cm-pointed': {
    backgroundColor: 'color-mix(in srgb, var(--ink) 14%, transparent)',
    boxShadow: '0 2px 0 var(--ink)'
  },
  '.cm-marked-noMatch': { '--tone': 'var(--implicit)', color: 'var(--ink)' },
  '.cm-marked-deny': { '--tone': 'var(--deny)' },
  '@media (forced-colors: active)': {
    '.cm-marked': { outline: '1px solid Highlight' },
    '.cm-current': { borderLeft: '2px solid CanvasText' },
    '.cm-tooltip-autocomplete ul li[aria-selected]': {
      backgroundColor: 'Highlight !important',
      color: 'HighlightText !important',
      forcedColorAdjust: 'none'
    }
  }
});

const above = EditorView.theme({
  '.cm-tooltip': {
    backgroundColor: 'var(--panel)',
    color: 'var(--ink)',
    border: '1px solid var(--rule-2)',
    borderRadius: 'var(--r-1)'
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul': {
    font: '400 12.5px/20px var(--mono)',
    maxWidth: 'min(560px, 92vw)',
    maxHeight: '15em'
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li': {
    padding: '2px 10px',
    lineHeight: '20px',
    display: 'flex',
    gap: '16px'
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected]': {
    backgroundColor: 'var(--ink)',
    color: 'var(--on-ink)'
  },
  '.cm-completionDetail': {
    font: '400 var(--t-12)/20px var(--sans)',
    color: 'var(--ink-3)',
    margin: '0 0 0 auto',
    overflow: 'hidden',
    textOverflow: 'ellipsis'
  },
  'li[aria-selected] .cm-completionDetail': { color: 'inherit' },
  '.cm-diagnostic': {
    font: '400 var(--t-13)/1.4 var(--sans)',
    padding: '8px 12px',
    maxWidth: 'min(480px, 88vw)',
    marginLeft: '0'
  },
  '.cm-held': {
    font: '400 var(--t-13)/1.4 var(--sans)',
    padding: '8px 12px',
    maxWidth: 'min(480px, 88vw)'
  },
  '.cm-held p + p': { marginTop: '4px', color: 'var(--ink-2)' },
  '.cm-held code': { fontFamily: 'var(--mono)', fontSize: 'var(--t-12)' },
  '.cm-diagnostic-error': { borderLeft: '3px solid var(--deny)' },
  '.cm-diagnostic-warning': { borderLeft: '3px solid var(--ink-3)' },
  '.cm-diagnostic code': { fontFamily: 'var(--mono)', fontSize: 'var(--t-12)' },
  '.cm-diagnostic .cm-help': { display: 'block', color: 'var(--ink-2)', marginTop: '4px' },
  '.cm-diagnosticAction': {
    font: '500 var(--t-12)/1.4 var(--sans)',
    margin: '6px 0 0',
    padding: '3px 8px',
    color: 'var(--panel)',
    backgroundColor: 'var(--ink)',
    borderRadius: '0'
  },
  '@container page (width < 56.25rem)': {
    '.cm-tooltip.cm-tooltip-autocomplete > ul > li': { padding: '12px 10px', minHeight: '44px' },
    '.cm-diagnosticAction': { minHeight: '44px', padding: '3px 14px' }
  }
});

/** The whole look. */
export const look: Extension = [text, gutters, marks, above, syntaxHighlighting(colours)];
