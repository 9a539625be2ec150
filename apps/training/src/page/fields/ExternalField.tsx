import type { Option } from "@slack/types"
import { useEffect, useRef, useState } from "react"
import type { AnyElement } from "../blocks/elementState.ts"
import { useSurface } from "../blocks/surface.ts"
import { ChoiceList } from "./ChoiceList.tsx"
import type { FieldProps } from "./fieldProps.ts"
import { choiceOf } from "./options.ts"

interface ExternalFieldProps extends FieldProps {
  readonly blockId: string
  readonly element: AnyElement
  readonly kind: "radio" | "checkbox"
  readonly selected: ReadonlyArray<Option>
  readonly onSelected: (selected: ReadonlyArray<Option>) => void
}

/** Slack asks the app from the third character on, if the app says nothing else. */
const USUAL_LEAST = 3

/** A choice whose options the app is asked for while one types: what is chosen stays in sight with what is offered. */
export const ExternalField = ({ blockId, element, kind, selected, onSelected, ...field }: ExternalFieldProps) => {
  const { suggest } = useSurface()
  const [typed, setTyped] = useState("")
  const [offered, setOffered] = useState<ReadonlyArray<Option>>([])
  /** The newest question: an answer that comes after a newer one was asked is not shown. */
  const asked = useRef(0)
  const least = ("min_query_length" in element ? element.min_query_length : undefined) ?? USUAL_LEAST
  const isChosen = (option: Option) => selected.some(({ value }) => value === option.value)
  const shown = [...selected, ...offered.filter((option) => !isChosen(option))]

  const ask = async (text: string) => {
    asked.current += 1
    const mine = asked.current
    const options = text.length < least ? [] : await suggest(blockId, element, text)
    if (mine === asked.current) setOffered(options)
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: only when it appears, as Slack asks when a menu is opened.
  useEffect(() => {
    if (least === 0) void ask("")
  }, [])

  return (
    <>
      <input
        id={field.id}
        type="search"
        aria-label={`Search: ${field.name}`}
        aria-describedby={field.describedBy}
        placeholder={least === 0 ? "Type to search" : `Type ${least} letters or more`}
        autoComplete="off"
        value={typed}
        onChange={({ target }) => {
          setTyped(target.value)
          void ask(target.value)
        }}
      />
      <p className="visually-hidden" role="status">
        {typed.length < least ? "" : `${offered.length} offered`}
      </p>
      {shown.length > 0 && (
        <ChoiceList
          {...field}
          id={`${field.id}-choice`}
          kind={kind}
          groups={[{ options: shown.map(choiceOf) }]}
          values={selected.map(({ value }) => value ?? "")}
          onValues={(values) => onSelected(shown.filter(({ value }) => values.includes(value ?? "")))}
        />
      )}
    </>
  )
}
