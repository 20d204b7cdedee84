/** A line of text that wants to stand with its middle at `wanted`. */
export interface Line {
  readonly wanted: number
  readonly height: number
}

/**
 * Middles for lines in their order, as near to where they want to be as they can stand without covering each other,
 * within [0, length]: the least sum of squared shifts, by pooling neighbours that push each other. Lines that together
 * are taller than the length run over its end. O(n).
 */
export function dodge(lines: readonly Line[], length: number): number[] {
  interface Block {
    /** Sum over its lines of where the top of the block would be for the line to have its wish. */
    wishes: number
    count: number
    height: number
  }
  const blocks: Block[] = []
  const topOf = (block: Block) => Math.max(0, Math.min(length - block.height, block.wishes / block.count))
  for (const { wanted, height } of lines) {
    let block: Block = { wishes: wanted - height / 2, count: 1, height }
    for (
      let above = blocks.at(-1);
      above && topOf(above) + above.height > topOf(block);
      above = blocks.at(-1)
    ) {
      block = {
        wishes: above.wishes + block.wishes - block.count * above.height,
        count: above.count + block.count,
        height: above.height + block.height,
      }
      blocks.pop()
    }
    blocks.push(block)
  }
  const middles: number[] = []
  let next = 0
  for (const block of blocks) {
    let top = Math.max(topOf(block), 0)
    for (let i = 0; i < block.count; i++) {
      const { height } = lines[next++]
      middles.push(top + height / 2)
      top += height
    }
  }
  return middles
}
