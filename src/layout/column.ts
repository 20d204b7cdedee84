import type { Scene } from "./scene.ts"
import { layoutTimeline, type ViewOptions } from "./timeline.ts"
export function layoutColumn(o: ViewOptions & { readonly across: number }): Scene { return layoutTimeline({ ...o, field: "none", lanes: [{ code: -1, id: "", name: "", count: 0, depth: 0, pinned: false }], room: o.across }) }
