/** Format 1, section `layout`: where things stand in the drawing. The app writes it when somebody moves something. */
import { field, object, record } from './shape-compound.ts';
import { flag, integer, type Read } from './shape.ts';

/** Farther off than this nothing is seen together any more. CSS pixels at zoom 1. */
const FARTHEST = 100_000;

const place = object({
  x: field(
    integer(-FARTHEST, FARTHEST),
    'Pixels from the left: of a node its middle, within its account; of an account its wall.'
  ),
  y: field(integer(-FARTHEST, FARTHEST), 'Pixels from the top, likewise.'),
  folded: field(
    flag,
    'In a large world, `true`: the account is drawn as one tile; `false`: with what is in it.'
  )
});

export const layout = record(place);

export type LayoutFormat = Read<typeof layout>;
