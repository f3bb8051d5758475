import { Button, Text } from "@fluentui/react-components";
import { type api, clipboardText, Import } from "../../api";
import { Icon, useFail } from "../../ui";
import { counted, fileName, folderName } from "../../ui/format";
import { useChooseFiles } from "./ChooseFiles";
import { session } from "./useSession";

interface Props {
  plan: api.Plan;
  options: api.ImportOptions;
}

/** The files of the import: more can be added and any taken out; what was answered about the others stays. */
export function FilesTab({ plan, options }: Props) {
  const fail = useFail();
  const choose = useChooseFiles();
  const set = (paths: string[]) => session.correct({ ...options, paths });
  const add = async () => {
    const chosen = await Import.Choose();
    if (chosen?.length) await session.add(chosen);
  };
  const addPasted = async () => {
    const name = await Import.Paste(await clipboardText());
    await session.add([name]);
  };
  return (
    <div className="import-files">
      <ul aria-label="Files of this import">
        {options.paths.map((path) => (
          <li key={path}>
            <Icon name="table" className="quiet" />
            <span className="import-file-name">
              <Text weight="semibold" truncate wrap={false} title={path}>
                {fileName(path)}
              </Text>
              <Text size={200} className="quiet" truncate wrap={false}>
                {folderName(path) || "From the clipboard"}
              </Text>
            </span>
            <Text className="quiet import-figures">{holds(plan, path)}</Text>
            <Button
              appearance="subtle"
              icon={<Icon name="dismiss" />}
              aria-label={`Take ${fileName(path)} out`}
              disabled={options.paths.length === 1}
              onClick={() => set(options.paths.filter((p) => p !== path))}
            />
          </li>
        ))}
      </ul>
      <div className="import-actions">
        <Button icon={<Icon name="add" />} onClick={() => void add().catch(fail)}>
          Add files…
        </Button>
        <Button icon={<Icon name="paste" />} onClick={() => void addPasted().catch(fail)}>
          Add copied rows
        </Button>
        <Button icon={<Icon name="openFile" />} onClick={choose}>
          Begin with other files…
        </Button>
      </div>
    </div>
  );
}

/** "2 sheets, 1,204 rows". */
function holds(plan: api.Plan, path: string): string {
  const sheets = plan.sheets.filter((s) => fileName(s.file) === fileName(path) && !s.derived);
  const names = new Set(sheets.map((s) => s.sheet));
  const rows = sheets.reduce((sum, s) => sum + s.counts.read, 0);
  return `${counted(names.size, "sheet")}, ${counted(rows, "row")}`;
}
