import type { Size } from "./picture.ts"

/** The open-licensed font that comes with every picture, and what stands in where it is not read. */
export const FONT = "Atkinson Hyperlegible, Arial, sans-serif"

export const INK = "#0b0c0c"
const QUIET = "#505a5f"

/**
 * Dark and light in turn, so that neighbours differ in black and white too.
 *
 * Source: the Government Analysis Function's colours for charts, of which each differs from its neighbours for people
 * who do not see red, green or blue.
 */
export const colours = ["#12436d", "#28a197", "#801650", "#f46a25", "#3d3d3d", "#a285d1", "#ffffff"] as const

/** What is written on each of them. */
export const inksOn = ["#ffffff", INK, "#ffffff", INK, "#ffffff", INK, INK] as const

export const [DARK, , , LIGHT] = colours

/** Behind what is drawn, so that it can be read on a dark page. */
export const PAPER = "#ffffff"

export const WIDTH: Readonly<Record<Size, number>> = { wide: 680, narrow: 340 }

/** What every picture has in common, so many pixels high in all. */
export const frame = (size: Size, height: number) =>
  ({
    width: WIDTH[size],
    height,
    autosize: { type: "fit", contains: "padding" },
    background: PAPER,
    padding: 4,
    config: {
      // One description stands for the whole picture, and a table beside it.
      aria: false,
      font: FONT,
      view: { stroke: null },
      axis: {
        labelFontSize: 13,
        titleFontSize: 13,
        titleFontWeight: "normal",
        labelColor: INK,
        titleColor: INK,
        domainColor: QUIET,
        tickColor: QUIET,
        grid: false,
        labelLimit: 260,
        labelPadding: 6
      },
      legend: {
        labelFontSize: 13,
        titleFontSize: 13,
        labelColor: INK,
        titleColor: INK,
        symbolStrokeColor: INK,
        labelLimit: 0
      },
      text: { fontSize: 13, color: INK, font: FONT }
    }
  }) as const
