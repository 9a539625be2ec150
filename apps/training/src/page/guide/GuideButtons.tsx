import type { Guide } from "../../address/address.ts"

interface GuideButtonsProps {
  readonly open: Guide | undefined
  readonly onOpen: (guide: Guide | undefined) => void
}

const BUTTONS: ReadonlyArray<{ readonly guide: Guide; readonly label: string }> = [
  { guide: "tour", label: "Guided tour" },
  { guide: "happened", label: "What just happened" },
  { guide: "scenario", label: "Scenarios" }
]

export const GuideButtons = ({ open, onOpen }: GuideButtonsProps) => (
  <>
    {BUTTONS.map(({ guide, label }) => (
      <button
        key={guide}
        type="button"
        className="button"
        aria-expanded={open === guide}
        onClick={() => onOpen(open === guide ? undefined : guide)}
      >
        {label}
      </button>
    ))}
  </>
)
