import { Schema } from "effect"

/** The three lists of bank holidays in the United Kingdom, by the names GOV.UK publishes them under. */
export const nations = ["england-and-wales", "scotland", "northern-ireland"] as const

export const Nation = Schema.Literals(nations)
export type Nation = typeof Nation.Type
