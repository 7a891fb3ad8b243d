/** A long line goes on under its own indent, as in JsonView.svelte, so that wrapping does not look like structure. */
import { RangeSetBuilder } from '@codemirror/state';
import {
  Decoration,
  ViewPlugin,
  type DecorationSet,
  type EditorView,
  type ViewUpdate
} from '@codemirror/view';

/** Columns that a continued line is indented more than its first. */
const MORE = 4;
/** A deeper indent would leave no room. */
const DEEPEST = 24;
/** As the line's own padding in code-editor-theme.ts. */
const PADDING = 4;

/** Looks at the lines in view alone. */
export const hanging = ViewPlugin.fromClass(
  class {
    decorations: DecorationSet;

    constructor(view: EditorView) {
      this.decorations = hang(view);
    }

    update({ docChanged, viewportChanged, view }: ViewUpdate): void {
      if (docChanged || viewportChanged) this.decorations = hang(view);
    }
  },
  { decorations: (plugin) => plugin.decorations }
);

function hang({ visibleRanges, state: { doc } }: EditorView): DecorationSet {
  const builder = new RangeSetBuilder<Decoration>();
  for (const { from, to } of visibleRanges) {
    for (let at = from; at <= to;) {
      const line = doc.lineAt(at);
      const indent = /^ */.exec(line.text)?.[0].length ?? 0;
      builder.add(line.from, line.from, hangBy(Math.min(indent, DEEPEST) + MORE));
      at = line.to + 1;
    }
  }
  return builder.finish();
}

function hangBy(columns: number): Decoration {
  const style = `padding-left: calc(${PADDING}px + ${columns}ch); text-indent: -${columns}ch`;
  return Decoration.line({ attributes: { style } });
}
