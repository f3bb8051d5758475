import { type RefObject, useEffect, useRef, useState } from "react";
import type { insight } from "../api";
import { useColours } from "./colours";
import { type Engine, engine } from "./engine";
import { optionOf } from "./option";

/** Draws into an element, again whenever the numbers, the theme or the place change. */
export function useEngine(
  place: RefObject<HTMLDivElement | null>,
  drawing: insight.Drawing,
  kind: string,
  onOpen: (group: number, series: number) => void,
): RefObject<Engine | null> {
  const chart = useRef<Engine>(null);
  const open = useRef(onOpen);
  open.current = onOpen;
  const colours = useColours();
  const { width, height } = useSize(place);
  useEffect(() => {
    if (!place.current) return;
    const made = engine(place.current);
    made.on("click", ({ dataIndex, seriesIndex }) => open.current(dataIndex, seriesIndex ?? 0));
    chart.current = made;
    return () => made.dispose();
  }, [place]);
  useEffect(() => {
    if (!width || !height) return;
    chart.current?.resize({ width, height });
    chart.current?.setOption(optionOf(drawing, { kind, colours, width, height }), true);
  }, [drawing, kind, colours, width, height]);
  return chart;
}

function useSize(place: RefObject<HTMLElement | null>) {
  const [size, setSize] = useState({ width: 0, height: 0 });
  useEffect(() => {
    const element = place.current;
    if (!element) return;
    const take = () => setSize({ width: element.clientWidth, height: element.clientHeight });
    take();
    const observer = new ResizeObserver(take);
    observer.observe(element);
    return () => observer.disconnect();
  }, [place]);
  return size;
}
