import {
  Menu,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
  Toolbar,
  ToolbarButton,
  ToolbarDivider,
} from "@fluentui/react-components";
import { ChevronDownRegular } from "@fluentui/react-icons/svg/chevron-down";
import { type Editor, useEditorState } from "@tiptap/react";
import { type Action, blocks, marks, styles as names, setStyle, stateOf } from "./actions";
import { LinkButton } from "./LinkButton";

interface ToolbarProps {
  editor: Editor;
  label: string;
  linking: boolean;
  setLinking: (linking: boolean) => void;
}

/** The buttons above a rich text. */
export function EditorToolbar({ editor, label, linking, setLinking }: ToolbarProps) {
  const { on, level } = useEditorState({ editor, selector: ({ editor: at }) => stateOf(at) });
  const active = on.split(" ");
  const button = (action: Action) => (
    <Toggle key={action.name} action={action} editor={editor} on={active.includes(action.name)} />
  );
  return (
    <Toolbar
      size="small"
      aria-label={`Formatting of ${label}`}
      className="richtext-toolbar"
      onKeyDown={(event) => event.key === "Escape" && editor.commands.focus()}
    >
      <Menu
        checkedValues={{ style: [String(level)] }}
        onCheckedValueChange={(_, { checkedItems }) =>
          setStyle(editor, Number(checkedItems[0] ?? 0))
        }
      >
        <MenuTrigger disableButtonEnhancement>
          <ToolbarButton className="richtext-style" aria-label={`Paragraph style: ${names[level]}`}>
            {names[level]}
            <ChevronDownRegular />
          </ToolbarButton>
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            {names.map((name, n) => (
              <MenuItemRadio key={name} name="style" value={String(n)}>
                {name}
              </MenuItemRadio>
            ))}
          </MenuList>
        </MenuPopover>
      </Menu>
      <ToolbarDivider />
      {marks.map(button)}
      <ToolbarDivider />
      {blocks.map(button)}
      <LinkButton
        editor={editor}
        on={active.includes("link")}
        open={linking}
        setOpen={setLinking}
      />
    </Toolbar>
  );
}

function Toggle({ action, editor, on }: { action: Action; editor: Editor; on: boolean }) {
  return (
    <ToolbarButton
      appearance="subtle"
      icon={action.icon}
      aria-label={action.label}
      aria-pressed={on}
      title={`${action.label} (${action.keys})`}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => action.run(editor)}
    />
  );
}
