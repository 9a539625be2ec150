import { parse, View } from "vega"
import { compile, type TopLevelSpec } from "vega-lite"
import type { Picture, Size } from "./picture.ts"

/** One description stands for the whole picture, so that its marks are nothing by themselves. */
const rolesOfMarks = / (?:role|aria-roledescription|aria-hidden)="[^"]*"/g

/** A picture as SVG. What it is called and shows is for the page or sheet around it to say. */
export const drawPicture = async ({ spec }: Picture, size: Size): Promise<string> => {
  const view = new View(parse(compile(spec(size) as unknown as TopLevelSpec).spec), { renderer: "none" })
  const svg = await view.toSVG()
  view.finalize()
  return svg.replaceAll(rolesOfMarks, "")
}
