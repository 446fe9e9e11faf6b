import { PAPER, type Picture, type Shape } from '../../lesson/picture/shape.ts';
import { toArrowPath } from '../../lesson/picture/toArrowPath.ts';

function ShapeView({ shape }: { shape: Shape }) {
  switch (shape.kind) {
    case 'box':
      return (
        <rect
          x={shape.x}
          y={shape.y}
          width={shape.width}
          height={shape.height}
          rx={shape.radius}
          fill={PAPER[shape.fill]}
          stroke={PAPER[shape.line]}
          strokeWidth={shape.heavy ? 2 : 1}
          strokeDasharray={shape.dashed ? '3 2' : undefined}
        />
      );
    case 'arrow':
      return (
        <path
          d={toArrowPath(shape)}
          fill="none"
          stroke={PAPER[shape.colour]}
          strokeWidth={1.5}
          strokeDasharray={shape.dashed ? '4 3' : undefined}
        />
      );
    case 'text':
      return (
        <text
          x={shape.x}
          y={shape.y}
          fontFamily={shape.code ? 'var(--font-code)' : undefined}
          fontSize={shape.size}
          fontWeight={shape.bold ? 600 : undefined}
          textDecoration={shape.struck ? 'line-through' : undefined}
          textAnchor={shape.anchor}
          fill={PAPER[shape.colour]}
        >
          {shape.text}
        </text>
      );
  }
}

/** A picture in the page, as wide as its place. */
export function PictureView({ picture }: { picture: Picture }) {
  const { width, height, title, shapes } = picture;
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      preserveAspectRatio="xMinYMin"
      role="img"
      aria-label={title}
    >
      {shapes.map((shape, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a picture is drawn once, in its order
        <ShapeView key={i} shape={shape} />
      ))}
    </svg>
  );
}
