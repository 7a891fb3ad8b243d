/** The graph of trust and permission as plain data with places. Types only; toGraph.ts and layout.ts make it. */
import type { NodeRef } from '../engine/trace.ts';
import type { PolicyId } from '../world/world.ts';
import type { Marks } from './mark.ts';

export interface Graph {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
  /** Organizations, OUs and accounts, outer before inner. Drawn behind the nodes; no edge ends at one. */
  readonly boxes: readonly GraphBox[];
  /** Model units, which are CSS pixels at zoom 1. */
  readonly width: number;
  readonly height: number;
  /** How far all of it was moved against what the file's layout counts from; absent for not at all. */
  readonly shift?: { readonly x: number; readonly y: number };
  readonly omitted: Omitted;
  /** Too large to be drawn whole: nothing in it has a place. `fold` makes a drawing of what is to be seen of it. */
  readonly isUnplaced?: true;
  /** Lines that stand for several; only of a folded drawing. */
  readonly bundles?: readonly GraphBundle[];
}

/** What is tied between two places of which one at least is folded away, as one line. */
export interface GraphBundle {
  /** `bundle:trust:111122223333>444455556666` */
  readonly id: string;
  readonly kind: EdgeKind;
  /** Id of an account, or of a node that is drawn. */
  readonly from: string;
  readonly to: string;
  /** What it stands for, in file order. */
  readonly edges: readonly GraphEdge[];
  /** Whether it is a part of what the request is about. */
  readonly isOnPath: boolean;
  /** False where one place is tied to so many others that the lines would hide everything: the list tells them. */
  readonly isDrawn: boolean;
  /** Where it leaves and arrives, from the centre of either end, and its control points between the two. Model units. */
  readonly ends: readonly [from: GraphPoint, to: GraphPoint];
  readonly bends: readonly GraphBend[];
  /** Where its number stands, on its way. Model units. */
  readonly number: GraphPoint;
}

export interface GraphPoint {
  readonly x: number;
  readonly y: number;
}

/** What a large world has beyond its drawing; the outline tells it. */
export interface Omitted {
  readonly nodes: readonly Omit<GraphNode, 'x' | 'y' | 'width' | 'height'>[];
  readonly edges: readonly Omit<GraphEdge, 'bends'>[];
  readonly boxes: readonly (Omit<GraphBox, 'x' | 'y' | 'width' | 'height' | 'roof' | 'floor'> & {
    readonly roof: readonly Omit<GraphBand, 'y' | 'height'>[];
    readonly floor: readonly Omit<GraphBand, 'y' | 'height'>[];
  })[];
  /** Whether there is even more: edges that nobody looked for, because there would be too many. */
  readonly isCut: boolean;
}

export type NodeKind =
  | 'user'
  | 'group'
  | 'role'
  | 'session'
  | 'service'
  | 'identityProvider'
  | 'resource'
  | 'policy'
  | 'account' // the account as a principal, `arn:aws:iam::A:root` in a Principal element
  | 'root'
  | 'anonymous';

export interface GraphNode {
  /** The ARN; for a policy its id; for a service its name. */
  readonly id: string;
  readonly kind: NodeKind;
  readonly label: string;
  /** The name, where the label is less: of a role that is called by its permission set. */
  readonly whole?: string;
  /** The lines under the shape where they are not made of the label as usual: what tells it from others of its kind. */
  readonly caption?: readonly string[];
  /** A second, quieter text; may be empty. */
  readonly sublabel: string;
  /** The letters inside the shape: U, G, R, S, P, S3, KMS … Kind is never told by shape alone. */
  readonly glyph: string;
  /** Id of the account box it stands in, null outside every account. */
  readonly box: string | null;
  /** Name of the permissions boundary, drawn as a fence ring; null without. */
  readonly boundary: { readonly policy: PolicyId; readonly name: string } | null;
  /** The policy document that opens when the node is clicked: trust, resource or first identity policy. */
  readonly opens: PolicyId | null;
  /** Of a paper in a drawing of statements: a line for each. */
  readonly lines?: readonly GraphLine[];
  /** Of a session whose times the file says: the share of it that is left, 0 to 1. */
  readonly left?: number;
  /** Centre of the shape, model units. */
  readonly x: number;
  readonly y: number;
  /** Size of the shape, model units; the label hangs below it. */
  readonly width: number;
  readonly height: number;
}

/** A statement as a line of its paper. */
export interface GraphLine {
  /** `/Statement/0`; empty for the line that counts what has none. */
  readonly path: string;
  readonly effect: 'Allow' | 'Deny' | null;
  /** `s3:GetObject on reports/*`, shortened to the width of the paper; and whole. */
  readonly text: string;
  readonly whole: string;
  readonly isConditional: boolean;
}

export type EdgeKind =
  'membership' | 'attachment' | 'trust' | 'permission' | 'grant' | 'deny' | 'session' | 'pass';

export interface GraphEdge {
  readonly id: string;
  readonly kind: EdgeKind;
  /** Node ids. Trust, permission, grant and deny all point from principal to what it may reach. */
  readonly from: string;
  readonly to: string;
  /** Short: `may assume`, `s3:GetObject`, `5 actions`. May be empty. */
  readonly label: string;
  /** Condition keys that must hold; the edge is dashed when there are any. */
  readonly conditions: readonly string[];
  /** The statements that make the edge; empty for membership and sessions. */
  readonly madeBy: readonly NodeRef[];
  /** Control points of the curve; none is a straight line. Consecutive quadratic pieces meet half-way between two. */
  readonly bends: readonly GraphBend[];
}

/** A control point relative to the straight line between the two nodes. */
export interface GraphBend {
  /** Share of the way, 0 at the start. */
  readonly weight: number;
  /** Model units beside the line, positive to the right of the direction of travel (y grows downwards). */
  readonly distance: number;
}

export interface GraphBox {
  /** Organization id, OU id or account id. */
  readonly id: string;
  readonly kind: 'organization' | 'unit' | 'account';
  readonly label: string;
  /** The id as people read it; empty for organizations. */
  readonly sublabel: string;
  /** Id of the box around it; null for the outermost. */
  readonly parent: string | null;
  /** What a folded account says of itself; absent where its inside is drawn. */
  readonly tile?: GraphTile;
  /** How much of its inside is drawn, where that is not all: `24 of 60 shown`. */
  readonly note?: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** SCP levels as hatched bands in the roof of an account, root first; RCP levels as bands in its floor. */
  readonly roof: readonly GraphBand[];
  readonly floor: readonly GraphBand[];
}

export interface GraphTile {
  /** `9 roles, 2 people` */
  readonly counts: string;
  /** Where more lines leave it than are drawn: `in 11 accounts`; else empty. */
  readonly hub: string;
}

export interface GraphBand {
  /** Id of the level: root, OU or account. */
  readonly level: string;
  readonly type: 'scp' | 'rcp';
  /** `SCP · Workloads · FullAWSAccess, DenyRegions` */
  readonly label: string;
  readonly policies: readonly PolicyId[];
  readonly y: number;
  readonly height: number;
}

/** What a step is about: everything else is dimmed. */
export interface Light {
  readonly nodes: ReadonlySet<string>;
  readonly edges: ReadonlySet<string>;
  readonly boxes: ReadonlySet<string>;
  /** Bands that light, each in its account: `scp@r-ab12@111111111111`. */
  readonly bands: ReadonlySet<string>;
  /** Nodes whose permissions boundary is being read. */
  readonly rings: ReadonlySet<string>;
  /** With the lens on: ids of what stays to be seen; see lens.ts. */
  readonly near?: ReadonlySet<string>;
  /** What is drawn over the graph beside. */
  readonly marks?: Marks;
}
