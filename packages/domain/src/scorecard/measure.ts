/** A measure that is counted item by item, so that no row has to be kept for it. */
export interface Measure<Item, Counted> {
  readonly add: (item: Item) => void
  /** What was added so far comes to this. */
  readonly finish: () => Counted
}
