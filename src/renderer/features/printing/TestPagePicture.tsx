const arrow = '#0f766e';

/** Which distances of the test page are measured; a sketch. */
export const TestPagePicture = () => (
  <svg
    width="150"
    height="212"
    viewBox="0 0 210 297"
    role="img"
    aria-label="测试页上量哪里"
    style={{ flex: 'none' }}
  >
    <rect x="1" y="1" width="208" height="295" fill="#fff" stroke="#8a8374" strokeWidth="1.5" />
    {[20, 190].map((x) =>
      [20, 277].map((y) => (
        <g key={`${x} ${y}`} stroke="#333" fill="none">
          <circle cx={x} cy={y} r="6" />
          <path d={`M${x - 11} ${y}h22M${x} ${y - 11}v22`} />
        </g>
      )),
    )}
    <g stroke={arrow} strokeWidth="2.5" fill={arrow} fontSize="22" fontWeight="700">
      <path d="M2 46h18" />
      <text x="3" y="72" stroke="none">
        ①
      </text>
      <path d="M46 2v18" />
      <text x="52" y="20" stroke="none">
        ②
      </text>
      <path d="M20 100h170" />
      <text x="95" y="124" stroke="none">
        ③
      </text>
    </g>
  </svg>
);
