import {
  Button,
  Menu,
  MenuDivider,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  Text,
} from "@fluentui/react-components";
import { useState } from "react";
import { type api, Import } from "../../api";
import { useRefusal } from "../../commands";
import { Icon, useFail, useNotify } from "../../ui";
import { fileName } from "../../ui/format";
import { SavedMappings } from "./SavedMappings";
import { SaveMapping } from "./SaveMapping";
import { type ImportState, keptAs, plainly } from "./session";
import { session, useSession } from "./useSession";

interface Props {
  state: ImportState;
  plan: api.Plan;
  options: api.ImportOptions;
}

/** Keeps how the files are understood, and goes by what was kept. */
export function MappingMenu({ state, plan, options }: Props) {
  const [asked, setAsked] = useState<"save" | "saved">();
  const refusal = useRefusal();
  const fail = useFail();
  const notify = useNotify();
  const close = () => setAsked(undefined);
  const told = (path: string) => path && notify({ intent: "success", text: `Saved as ${path}.` });
  return (
    <>
      <Menu positioning="below-end">
        <MenuTrigger disableButtonEnhancement>
          <Button icon={<Icon name="map" />} disabled={plan.reading || state.busy === "apply"}>
            Mapping
          </Button>
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            <MenuItem disabled={refusal !== ""} onClick={() => setAsked("save")}>
              Save how these files are understood…
            </MenuItem>
            <MenuItem onClick={() => void Import.WriteMapping(plan.job).then(told, fail)}>
              Save it as a file…
            </MenuItem>
            <MenuDivider />
            {state.offers.map((offer) => (
              <MenuItem key={offer.id} onClick={() => void session.use(offer)}>
                {`Go by “${offer.name}”`}
              </MenuItem>
            ))}
            <MenuItem onClick={() => void fromFile(options.paths).catch(fail)}>
              Go by a mapping’s file…
            </MenuItem>
            <MenuItem onClick={() => void session.use(plainly(options.paths))}>
              Recognise anew
            </MenuItem>
            <MenuDivider />
            <MenuItem onClick={() => setAsked("saved")}>Saved mappings…</MenuItem>
          </MenuList>
        </MenuPopover>
      </Menu>
      {asked === "save" && <SaveMapping plan={plan} name={usualName(state)} onClose={close} />}
      {asked === "saved" && <SavedMappings onClose={close} />}
    </>
  );
}

async function fromFile(paths: string[]): Promise<void> {
  const options = await Import.ReadMapping(paths);
  if (options) await session.use({ name: options.mapping, options });
}

/** The mapping that the import goes by, else the file's name without ending, numbers and dates. */
function usualName({ base, options }: ImportState): string {
  if (base?.name) return base.name;
  const name = fileName(options?.paths[0] ?? "").replace(/\.[^.]+$/, "");
  return name.replace(/[\s._-]*\d[\d\s._:()-]*$/, "") || name;
}

/** Says that a saved mapping answered for the person. */
export function MappingNote({ state }: { state: ImportState }) {
  const { base, options } = state;
  if (!base?.name || !options) return null;
  return (
    <div className="import-question">
      <Text>
        Understood as saved in <strong>“{base.name}”</strong>.
      </Text>
      <Button size="small" onClick={() => void session.use(plainly(options.paths))}>
        Recognise anew
      </Button>
    </div>
  );
}

/** Offers to keep how the files were understood, once they are in. */
export function KeepMapping({ plan }: { plan: api.Plan }) {
  const state = useSession();
  const [saving, setSaving] = useState(false);
  const refusal = useRefusal();
  const saved = keptAs(state);
  if (saved)
    return <Text className="quiet">“{saved}” is offered when such a file comes again.</Text>;
  return (
    <div className="import-rest">
      <Text>Such a file comes again? What you decided can be kept for it.</Text>
      <Button disabledFocusable={refusal !== ""} onClick={() => setSaving(true)}>
        Save how it was understood…
      </Button>
      {saving && (
        <SaveMapping plan={plan} name={usualName(state)} onClose={() => setSaving(false)} />
      )}
    </div>
  );
}
