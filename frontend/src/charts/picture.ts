import { useCallback } from "react";
import { Export, type insight } from "../api";
import { fileName, useCopy, useFail, useNotify } from "../ui";
import { light } from "./colours";
import { optionOf } from "./option";

export type PictureFormat = "png" | "svg";

const width = 1200;
const usual = 640;
/** Points of a picture for each of the drawing, so that it is sharp in a report. */
const scale = 2;

interface Subject {
  drawing: insight.Drawing;
  kind: string;
  title: string;
}

/** Asks where to save a chart as a picture, writes it, and says where it is. */
export function useSavePicture() {
  const notify = useNotify();
  const fail = useFail();
  const [, copy] = useCopy();
  return useCallback(
    async (subject: Subject, format: PictureFormat) => {
      try {
        const path = await Export.Picture(subject.title, format, await contentOf(subject, format));
        if (!path) return;
        notify({
          intent: "success",
          text: `Saved ${fileName(path)}`,
          detail: path,
          action: { label: "Copy the path", run: () => copy(path) },
        });
      } catch (error) {
        fail(error);
      }
    },
    [notify, fail, copy],
  );
}

async function contentOf(subject: Subject, format: PictureFormat): Promise<string> {
  const { drawing, kind, title } = subject;
  const lying = kind === "bar" || kind === "stacked";
  const height = lying ? Math.max(usual / 2, drawing.groups.length * 32 + 120) : usual;
  const look = { kind, title, width, height, colours: light };
  const { drawnApart } = await import("./engine");
  const svg = drawnApart(optionOf(drawing, look), width, height);
  return format === "svg" ? base64(new TextEncoder().encode(svg)) : painted(svg, height);
}

/** A drawing as a picture of points. */
async function painted(svg: string, height: number): Promise<string> {
  const image = new Image(width, height);
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = width * scale;
  canvas.height = height * scale;
  canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas.toDataURL("image/png").split(",")[1] ?? "";
}

function base64(bytes: Uint8Array): string {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
}
