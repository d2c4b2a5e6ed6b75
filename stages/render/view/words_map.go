package view

import "xephang/stages/problem"

// tileWords is the map of tiles.
var tileWords = map[string]problem.Text{
	"map.head":       {VI: "Bản đồ ô", EN: "Tile map"},
	"map.sub":        {VI: "Hạng {index} kỳ {edition}, {count}; mỗi tỉnh một ô bằng nhau, số trong ô là hạng", EN: "{index} rank, {edition}, {count}; a tile of equal size for each province, the number is the rank"},
	"map.alt":        {VI: "Bản đồ ô hạng {index} kỳ {edition}: {title}. Mỗi ô dẫn đến hồ sơ của tỉnh.", EN: "Tile map of {index} ranks, {edition}: {title}. Every tile leads to the province’s profile."},
	"map.tile":       {VI: "{unit} {rank} trên {of}", EN: "{unit} {rank} of {of}"},
	"map.unknown":    {VI: "chưa có số liệu", EN: "no figure"},
	"map.legend":     {VI: "Hạng", EN: "Ranks"},
	"map.group":      {VI: "{group} có {n} trên {of} tỉnh nhóm dẫn đầu", EN: "{group} has {n} of the {of} provinces in the top fifth"},
	"map.first":      {VI: "{unit} đứng đầu {index} {edition}", EN: "{unit} leads the {index} {edition}"},
	"map.plain":      {VI: "Hạng {index} {edition} trên bản đồ", EN: "{index} {edition} ranks on the map"},
	"map.paracel":    {VI: "Hoàng Sa", EN: "Hoang Sa"},
	"map.paracel.of": {VI: "Đà Nẵng", EN: "Da Nang"},
	"map.spratly":    {VI: "Trường Sa", EN: "Truong Sa"},
	"map.spratly.of": {VI: "Khánh Hòa", EN: "Khanh Hoa"},
	"map.island":     {VI: "Quần đảo {name} ({of})", EN: "{name} archipelago ({of})"},
	"map.more":       {VI: "Bảng xếp hạng đầy đủ", EN: "The full ranking"},
}
