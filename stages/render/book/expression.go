package book

import (
	"slices"
	"strconv"
	"strings"

	"github.com/expr-lang/expr/ast"
	"github.com/expr-lang/expr/parser"
)

// translate turns an expression of index.yaml into one of Excel; names are put in by the function that it gives. ok is
// false where the expression uses something that Excel has no plain counterpart for.
func translate(source string) (text func(of func(name string) string) string, ok bool) {
	tree, err := parser.Parse(source)
	if err != nil {
		return nil, false
	}
	write := func(of func(string) string) (string, bool) {
		t := translator{of: of, ok: true}
		s := t.node(tree.Node)
		if t.logical(tree.Node) {
			s = "IF(" + s + ",1,0)"
		}
		return s, t.ok
	}
	if _, ok := write(func(string) string { return "A1" }); !ok {
		return nil, false
	}
	return func(of func(string) string) string { s, _ := write(of); return s }, true
}

type translator struct {
	of func(name string) string
	ok bool
}

// twoSided are the operators of both languages.
var twoSided = map[string]string{"+": "+", "-": "-", "*": "*", "/": "/", "^": "^", "**": "^",
	"<": "<", "<=": "<=", ">": ">", ">=": ">=", "==": "=", "!=": "<>"}

// called are the functions of both languages.
var called = map[string]string{"abs": "ABS", "min": "MIN", "max": "MAX", "sum": "SUM", "mean": "AVERAGE", "median": "MEDIAN", "floor": "INT", "float": ""}

func (t *translator) node(n ast.Node) string {
	switch n := n.(type) {
	case *ast.IdentifierNode:
		return t.of(n.Value)
	case *ast.IntegerNode:
		return strconv.Itoa(n.Value)
	case *ast.FloatNode:
		return figure(n.Value)
	case *ast.UnaryNode:
		return t.unary(n)
	case *ast.BinaryNode:
		return t.binary(n)
	case *ast.ConditionalNode:
		return "IF(" + t.truth(n.Cond) + "," + t.number(n.Exp1) + "," + t.number(n.Exp2) + ")"
	case *ast.BuiltinNode:
		return t.call(n.Name, n.Arguments)
	case *ast.CallNode:
		if f, is := n.Callee.(*ast.IdentifierNode); is {
			return t.call(f.Value, n.Arguments)
		}
	}
	t.ok = false
	return ""
}

func (t *translator) unary(n *ast.UnaryNode) string {
	switch n.Operator {
	case "-":
		return "PRODUCT(-1," + t.number(n.Node) + ")" // Excel's own sign binds tighter than its power
	case "+":
		return t.number(n.Node)
	case "!", "not":
		return "NOT(" + t.truth(n.Node) + ")"
	}
	t.ok = false
	return ""
}

func (t *translator) binary(n *ast.BinaryNode) string {
	switch n.Operator {
	case "&&", "and":
		return "AND(" + t.truth(n.Left) + "," + t.truth(n.Right) + ")"
	case "||", "or":
		return "OR(" + t.truth(n.Left) + "," + t.truth(n.Right) + ")"
	}
	op, known := twoSided[n.Operator]
	t.ok = t.ok && known
	left, right := t.number(n.Left), t.number(n.Right)
	if !strings.Contains(left+right, "(") {
		return t.group(n.Left, op, false) + op + t.group(n.Right, op, true)
	}
	switch op { // where functions are about, terms are grouped by functions: see combine.go
	case "+":
		return "SUM(" + left + "," + right + ")"
	case "-":
		return "SUM(" + left + ",PRODUCT(-1," + right + "))"
	case "*":
		return "PRODUCT(" + left + "," + right + ")"
	case "^":
		return "POWER(" + left + "," + right + ")"
	}
	return "SUM(" + left + ")" + op + "SUM(" + right + ")"
}

// strength of an operator, as Excel binds them.
func strength(op string) int {
	switch op {
	case "^":
		return 4
	case "*", "/":
		return 3
	case "+", "-":
		return 2
	}
	return 1
}

// group writes an operand, in brackets where the operator beside it is the stronger.
func (t *translator) group(n ast.Node, beside string, right bool) string {
	s, inner := t.number(n), 5
	switch n := n.(type) {
	case *ast.BinaryNode:
		inner = strength(twoSided[n.Operator])
	case *ast.UnaryNode:
		inner = strength("-")
	}
	if inner > strength(beside) || inner == strength(beside) && !right && beside != "^" {
		return s
	}
	return "(" + s + ")"
}

func (t *translator) call(name string, arguments []ast.Node) string {
	var all []string
	for _, a := range arguments {
		if list, is := a.(*ast.ArrayNode); is {
			for _, n := range list.Nodes {
				all = append(all, t.number(n))
			}
			continue
		}
		all = append(all, t.number(a))
	}
	list := strings.Join(all, ",")
	switch f, known := called[name]; {
	case len(all) == 0:
	case known:
		return f + "(" + list + ")"
	case name == "round" && len(all) == 1:
		return "ROUND(" + list + ",0)"
	case name == "ceil" && len(all) == 1:
		return "PRODUCT(-1,INT(PRODUCT(-1," + list + ")))"
	}
	t.ok = false
	return ""
}

// logical tells whether a node is yes or no.
func (t *translator) logical(n ast.Node) bool {
	switch n := n.(type) {
	case *ast.BinaryNode:
		return slices.Contains([]string{"<", "<=", ">", ">=", "==", "!=", "&&", "and", "||", "or"}, n.Operator)
	case *ast.UnaryNode:
		return n.Operator == "!" || n.Operator == "not"
	}
	return false
}

func (t *translator) truth(n ast.Node) string {
	t.ok = t.ok && t.logical(n)
	return t.node(n)
}

func (t *translator) number(n ast.Node) string {
	if t.logical(n) {
		t.ok = false
	}
	return t.node(n)
}

// figure writes a number for a formula: decimal point, all its digits, brackets around a negative one.
func figure(x float64) string {
	s := strconv.FormatFloat(x, 'G', 17, 64)
	if short := strconv.FormatFloat(x, 'G', 15, 64); tidy(x) == x {
		s = short
	}
	if x < 0 {
		return "(" + s + ")"
	}
	return s
}
