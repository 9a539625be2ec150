/** Names nobody bears: every one says by its family name that it is made up. A fixed list, so that none is a person's. */
import type { Randomness } from "./randomness.ts"

const given =
  `Acorn, Beechnut, Bracken, Bramble, Bulrush, Catkin, Chaffinch, Cobnut, Dewdrop, Driftwood, Foxglove, Gorse,
  Hailstone, Juniper Berry, Kingfisher, Larch, Limestone, Marigold, Moorhen, Nightjar, Oakapple, Pebble, Pinecone,
  Quartz, Ragwort, Sandpiper, Skylark, Snowdrop, Thistle, Wagtail, Yarrow`.split(/,\s+/)

const family = ["Example", "Madeup", "Placeholder", "Sample", "Specimen", "Synthetic", "Training", "Trial"] as const

export const syntheticName = (random: Randomness): string =>
  `${given[random.between(0, given.length - 1)]} ${family[random.between(0, family.length - 1)]}`
