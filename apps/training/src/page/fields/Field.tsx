import type { AnyElement, ElementState } from "../blocks/elementState.ts"
import { useTrainingContext } from "../server/TrainingContext.ts"
import { ChoiceList } from "./ChoiceList.tsx"
import { DateTimeField } from "./DateTimeField.tsx"
import { ExternalField } from "./ExternalField.tsx"
import { ariaOf, type FieldProps } from "./fieldProps.ts"
import { groupsOf, optionOf } from "./options.ts"
import { SelectField } from "./SelectField.tsx"
import { TextField } from "./TextField.tsx"

interface AnyFieldProps extends FieldProps {
  readonly blockId: string
  readonly element: AnyElement
  readonly state: ElementState | undefined
}

/** Fields made of several controls: they need a legend, not a label. */
export const isGroup = ({ type }: AnyElement): boolean =>
  type === "radio_buttons" || type === "checkboxes" || type === "external_select" || type.startsWith("multi_")

/** The field for a Slack element that holds state. */
export const Field = ({ blockId, element, state, ...field }: AnyFieldProps) => {
  const { workspace } = useTrainingContext()
  const people = [
    { options: workspace.personas.map(({ id, name, role }) => ({ value: id, text: `${name}, ${role}` })) }
  ]
  const conversations = (kind?: "channel") => [
    {
      options: workspace.conversations
        .filter((conversation) => kind === undefined || conversation.kind === kind)
        .map(({ id, name, kind: itsKind }) => ({ value: id, text: itsKind === "channel" ? `# ${name}` : name }))
    }
  ]
  const placeholder = "placeholder" in element ? element.placeholder?.text : undefined
  const { onState } = field

  switch (state?.type) {
    case "plain_text_input":
    case "email_text_input":
    case "url_text_input":
    case "number_input":
      return <TextField {...field} element={element} state={state} />
    case "static_select":
      return (
        <SelectField
          {...field}
          placeholder={placeholder}
          groups={groupsOf(element)}
          value={state.selected_option?.value ?? ""}
          onValue={(value) => onState({ ...state, selected_option: optionOf(element, value) ?? null })}
        />
      )
    case "users_select":
      return (
        <SelectField
          {...field}
          placeholder={placeholder}
          groups={people}
          value={state.selected_user ?? ""}
          onValue={(value) => onState({ ...state, selected_user: value === "" ? null : value })}
        />
      )
    case "radio_buttons":
      return (
        <ChoiceList
          {...field}
          kind="radio"
          groups={groupsOf(element)}
          values={state.selected_option === null ? [] : [state.selected_option.value ?? ""]}
          onValues={([value]) => onState({ ...state, selected_option: optionOf(element, value) ?? null })}
        />
      )
    case "checkboxes":
    case "multi_static_select":
      return (
        <ChoiceList
          {...field}
          kind="checkbox"
          groups={groupsOf(element)}
          values={state.selected_options.map(({ value }) => value ?? "")}
          onValues={(values) =>
            onState({ ...state, selected_options: values.flatMap((value) => optionOf(element, value) ?? []) })
          }
        />
      )
    case "multi_users_select":
      return (
        <ChoiceList
          {...field}
          kind="checkbox"
          groups={people}
          values={state.selected_users}
          onValues={(selected_users) => onState({ ...state, selected_users })}
        />
      )
    case "conversations_select":
      return (
        <SelectField
          {...field}
          placeholder={placeholder}
          groups={conversations()}
          value={state.selected_conversation ?? ""}
          onValue={(value) => onState({ ...state, selected_conversation: value === "" ? null : value })}
        />
      )
    case "channels_select":
      return (
        <SelectField
          {...field}
          placeholder={placeholder}
          groups={conversations("channel")}
          value={state.selected_channel ?? ""}
          onValue={(value) => onState({ ...state, selected_channel: value === "" ? null : value })}
        />
      )
    case "multi_conversations_select":
      return (
        <ChoiceList
          {...field}
          kind="checkbox"
          groups={conversations()}
          values={state.selected_conversations}
          onValues={(selected_conversations) => onState({ ...state, selected_conversations })}
        />
      )
    case "multi_channels_select":
      return (
        <ChoiceList
          {...field}
          kind="checkbox"
          groups={conversations("channel")}
          values={state.selected_channels}
          onValues={(selected_channels) => onState({ ...state, selected_channels })}
        />
      )
    case "external_select":
      return (
        <ExternalField
          {...field}
          blockId={blockId}
          element={element}
          kind="radio"
          selected={state.selected_option === null ? [] : [state.selected_option]}
          onSelected={([option]) => onState({ ...state, selected_option: option ?? null })}
        />
      )
    case "multi_external_select":
      return (
        <ExternalField
          {...field}
          blockId={blockId}
          element={element}
          kind="checkbox"
          selected={state.selected_options}
          onSelected={(selected_options) => onState({ ...state, selected_options })}
        />
      )
    case "datepicker":
      return (
        <input
          {...ariaOf(field)}
          type="date"
          value={state.selected_date ?? ""}
          onChange={({ target }) => onState({ ...state, selected_date: target.value || null })}
        />
      )
    case "timepicker":
      return (
        <input
          {...ariaOf(field)}
          type="time"
          value={state.selected_time ?? ""}
          onChange={({ target }) => onState({ ...state, selected_time: target.value || null })}
        />
      )
    case "datetimepicker":
      return (
        <DateTimeField
          {...ariaOf(field)}
          moment={state.selected_date_time === null ? null : state.selected_date_time * 1000}
          onMoment={(ms) => onState({ ...state, selected_date_time: ms === null ? null : ms / 1000 })}
        />
      )
    default:
      return <p className="problem">The training page cannot show this kind of field: {element.type}.</p>
  }
}
