import { drawPicture } from "../pictures/drawPicture.ts"
import { escaped } from "../pictures/escaped.ts"
import { NOTHING_TO_DRAW, type Picture, type Size } from "../pictures/picture.ts"

const drawn = async (picture: Picture, size: Size): Promise<string> => {
  const svg = await drawPicture(picture, size)
  const label = escaped(`${picture.title}. ${picture.description}`)
  return svg.replace(/<svg [^>]*?(?=width)/, `<svg class="report-${size}" role="img" aria-label="${label}" `)
}

/** A picture inside a page, once for a desk and once for a phone. */
export const pictureHtml = async (picture: Picture): Promise<string> =>
  picture.isEmpty
    ? `<p class="govuk-body">${NOTHING_TO_DRAW}</p>`
    : `<figure class="report-picture">${await drawn(picture, "wide")}${await drawn(picture, "narrow")}</figure>`
