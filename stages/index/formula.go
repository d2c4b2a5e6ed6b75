package index

import (
	"errors"
	"fmt"
	"math"
	"reflect"
	"slices"
	"strings"
	"sync"

	"github.com/expr-lang/expr"
	"github.com/expr-lang/expr/ast"
	"github.com/expr-lang/expr/conf"
	"github.com/expr-lang/expr/file"
	"github.com/expr-lang/expr/parser"
	"github.com/expr-lang/expr/vm"
	"go.yaml.in/yaml/v3"
)

// Formula is a compiled expression over answers, such as "services_level4 / services_total".
type Formula struct {
	Source  string
	Names   []string // the answers it uses, sorted
	program *vm.Program
}

// functions are those that an expression may call: arithmetic only, so nothing depends on the clock or the machine.
var functions = []string{"abs", "ceil", "floor", "round", "min", "max", "mean", "median", "sum", "count", "int", "float"}

// FormulaError is a fault in an expression: Line from 1, Column in characters from 0.
type FormulaError struct {
	Line, Column int
	Message      string
}

func (e *FormulaError) Error() string { return fmt.Sprintf("%d:%d: %s", e.Line, e.Column, e.Message) }

// vietnamese says the library's message in Vietnamese, as far as its kinds are known.
func (e *FormulaError) vietnamese() string {
	for _, m := range [][2]string{
		{"unexpected token EOF", "biểu thức chưa viết hết"}, {"unexpected token", "chỗ này viết thừa hoặc thiếu"},
		{"unknown function", "không có hàm này"}, {"unknown name", "tên không dùng được"}, {"not a number", "kết quả không phải là số"},
		{"invalid operation", "phép tính không hợp với kiểu giá trị"}, {"literal not terminated", "thiếu dấu nháy đóng"},
	} {
		if strings.Contains(e.Message, m[0]) {
			return m[1]
		}
	}
	return "không đọc được: " + e.Message
}

// compiled keeps formulas by source: compiling one takes about a millisecond, and one that is good is never changed.
var compiled sync.Map

// ParseFormula compiles an expression. Every name in it is an answer, a number; the result is a number or yes/no.
// The error is a *FormulaError. The same source gives the same *Formula.
func ParseFormula(source string) (*Formula, error) {
	if f, known := compiled.Load(source); known {
		return f.(*Formula), nil
	}
	f, err := compile(source)
	if err != nil {
		return nil, err
	}
	compiled.Store(source, f)
	return f, nil
}

func compile(source string) (f *Formula, err error) {
	defer func() {
		if r := recover(); r != nil { // a panic of the library on an odd input is a fault of the input here
			f, err = nil, &FormulaError{Line: 1, Message: fmt.Sprint(r)}
		}
	}()
	tree, err := parser.ParseWithConfig(source, calculator(nil))
	if err != nil {
		return nil, formulaError(err)
	}
	f = &Formula{Source: source}
	used := identifiers{}
	ast.Walk(&tree.Node, &used)
	if c := used.called; c != nil {
		return nil, &FormulaError{Line: 1, Column: c.Location().From, Message: "unknown function " + c.Value}
	}
	env := map[string]any{}
	for _, n := range used.names {
		if strings.HasPrefix(n.Value, "$") {
			return nil, &FormulaError{Line: 1, Column: n.Location().From, Message: "unknown name " + n.Value}
		}
		if !slices.Contains(used.local, n.Value) {
			env[n.Value] = float64(0)
		}
	}
	f.Names = sortedKeys(env)
	if f.program, err = expr.Compile(source, options(env)...); err != nil {
		return nil, formulaError(err)
	}
	if !numeric(f.program.Node()) {
		return nil, &FormulaError{Line: 1, Message: "not a number"}
	}
	return f, nil
}

// numeric tells that a result is a number or yes/no. Where the checker does not know, as with a sum, running tells.
func numeric(n ast.Node) bool {
	switch n := n.(type) {
	case *ast.ConditionalNode:
		return numeric(n.Exp1) && numeric(n.Exp2)
	case *ast.VariableDeclaratorNode:
		return numeric(n.Expr)
	case *ast.NilNode:
		return false
	}
	t := n.Type()
	return t == nil || slices.Contains([]reflect.Kind{reflect.Float64, reflect.Int, reflect.Bool, reflect.Interface}, t.Kind())
}

func options(env map[string]any) []expr.Option {
	all := []expr.Option{expr.Env(env), expr.DisableAllBuiltins()}
	for _, name := range functions {
		all = append(all, expr.EnableBuiltin(name))
	}
	return all
}

func calculator(env map[string]any) *conf.Config {
	c := conf.CreateNew()
	for _, o := range options(env)[1:] {
		o(c)
	}
	return c
}

// identifiers collects the names of an expression; local ones are declared in it by `let`, called ones are no function
// that we know.
type identifiers struct {
	names  []*ast.IdentifierNode
	local  []string
	called *ast.IdentifierNode
}

func (v *identifiers) Visit(n *ast.Node) {
	switch n := (*n).(type) {
	case *ast.IdentifierNode:
		v.names = append(v.names, n)
	case *ast.VariableDeclaratorNode:
		v.local = append(v.local, n.Name)
	case *ast.CallNode:
		if f, ok := n.Callee.(*ast.IdentifierNode); ok {
			v.called = f
		}
	}
}

func formulaError(err error) *FormulaError {
	var at *file.Error
	if errors.As(err, &at) {
		return &FormulaError{Line: max(at.Line, 1), Column: at.Column, Message: at.Message}
	}
	return &FormulaError{Line: 1, Message: err.Error()}
}

// Over computes the expression row by row. columns stand in the order of Names, all of the given length; NaN is a
// missing answer and makes the result missing, as does a result that is no finite number (a division by zero).
// Yes is 1, no is 0.
func (f *Formula) Over(columns [][]float64, rows int) []float64 {
	out := make([]float64, rows)
	env := make(map[string]any, len(f.Names))
	var machine vm.VM
	for i := range out {
		out[i] = f.row(&machine, env, columns, i)
	}
	return out
}

func (f *Formula) row(machine *vm.VM, env map[string]any, columns [][]float64, i int) float64 {
	for k, name := range f.Names {
		if math.IsNaN(columns[k][i]) {
			return math.NaN()
		}
		env[name] = columns[k][i]
	}
	result, err := machine.Run(f.program, env)
	if err != nil {
		return math.NaN()
	}
	x := math.NaN()
	switch v := result.(type) {
	case float64:
		x = v
	case int:
		x = float64(v)
	case bool:
		x = map[bool]float64{true: 1}[v]
	}
	if math.IsInf(x, 0) {
		return math.NaN()
	}
	return x
}

// formula reads an expression and checks it; the fault stands where the expression goes wrong.
func (r *reader) formula(n *yaml.Node) string {
	s := r.words(n)
	if s == "" {
		return ""
	}
	_, err := ParseFormula(s)
	var at *FormulaError
	if errors.As(err, &at) {
		p := r.place(n)
		if v := r.follow(n); v != nil && at.Line == 1 && v.Style&(yaml.LiteralStyle|yaml.FoldedStyle) == 0 {
			p.Column += at.Column
			if v.Style&(yaml.SingleQuotedStyle|yaml.DoubleQuotedStyle) != 0 {
				p.Column++
			}
		}
		r.report(badFormula, p, s, "why_vi", at.vietnamese(), "why_en", at.Message, "list", strings.Join(functions, ", "))
	}
	return s
}
